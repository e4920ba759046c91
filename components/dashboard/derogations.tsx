import { Badge, type Tone } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { formatDateTime, words } from '@/lib/i18n'
import type { Derogation } from '@/lib/decisions/in-force'
import type { Locale } from '@/lib/values'

/** A derogation with what it says in words. */
export interface ShownDerogation extends Derogation {
  readonly says: string
  readonly span: string
}

const TONES: Readonly<Record<Derogation['state'], Tone>> = {
  coming: 'accent',
  inForce: 'attention',
  over: 'neutral',
}

/** Every derogation of a city: past, in force and coming, with both signatures; nothing where there are none. */
export function Derogations({ items, locale }: { items: readonly ShownDerogation[]; locale: Locale }) {
  const { city, decisions, common } = words(locale)
  const said = city.derogations
  if (items.length === 0) return null
  return (
    <Panel id="derogations" title={said.heading} lead={said.lead} className="scroll-mt-4">
      {items.map(({ decision, state, says, span }) => {
        const { id, documentNumber, reason, proposedByName, proposedAt, second } = decision
        return (
          <div key={id} className="mb-2 border-t border-line pt-2">
            <p>
              {says} <Badge tone={TONES[state]}>{said.state[state]}</Badge>
            </p>
            <p className="text-sm text-muted">{span}</p>
            <DescriptionList
              className="text-sm"
              items={[
                { term: said.document, value: documentNumber || common.none },
                { term: said.reason, value: reason },
                {
                  term: said.proposed,
                  value: decisions.by(proposedByName, formatDateTime(locale, proposedAt)),
                },
                {
                  term: said.signed,
                  value: second && decisions.by(second.byName, formatDateTime(locale, second.at)),
                },
              ]}
            />
          </div>
        )
      })}
    </Panel>
  )
}
