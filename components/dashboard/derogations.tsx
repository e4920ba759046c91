import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'

/** A derogation in force, its words finished. */
export interface ShownDerogation {
  readonly id: string
  readonly says: string
  readonly span: string
  readonly documentNumber: string
  readonly reason: string
  readonly proposedByName: string
  readonly secondName: string
}

/** The derogations in force for a city; nothing where there are none. */
export function Derogations({ items, locale }: { items: readonly ShownDerogation[]; locale: Locale }) {
  const { derogations: said } = words(locale).city
  if (items.length === 0) return null
  return (
    <Panel title={said.heading} lead={said.lead}>
      {items.map((each) => (
        <div key={each.id} className="mb-2 border-t border-line pt-2">
          <p>{each.says}</p>
          <p className="text-sm text-muted">{each.span}</p>
          <DescriptionList
            className="text-sm"
            items={[
              { term: said.document, value: each.documentNumber },
              { term: said.reason, value: each.reason },
              { term: said.signed, value: said.signedBy(each.proposedByName, each.secondName) },
            ]}
          />
        </div>
      ))}
    </Panel>
  )
}
