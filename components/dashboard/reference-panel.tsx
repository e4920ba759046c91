import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Differing } from '@/components/verdict/differing'
import { ResultFigures } from '@/components/verdict/result-figures'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { inLocale, verdictSentence, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'

/** The verdicts on the published national figures with their explanations. */
export function ReferencePanel({ verdicts, locale }: { verdicts: readonly Judgement[]; locale: Locale }) {
  const { dashboard: said, explanation: card } = words(locale)
  return (
    <Panel
      id="reference"
      title={said.referenceHeading}
      lead={said.referenceLead}
      aside={<a href="/notice#published">{said.referenceSource}</a>}
      className="scroll-mt-4"
    >
      {verdicts.map(({ verdict, explanation }) => (
        <div key={verdict.indicator} id={`published-${verdict.indicator}`} className="mb-3 scroll-mt-4">
          <p className="flex flex-wrap items-center gap-x-3">
            <strong className="font-semibold">{inLocale(locale, indicator(verdict.indicator))}</strong>
            <VerdictBadge code={verdict.code} locale={locale} />
            <span>{verdictSentence(locale, verdict)}</span>
          </p>
          <ResultFigures verdict={verdict} configuration={explanation.configuration} locale={locale} />
          <Differing explanation={explanation} locale={locale} />
          <Disclosure summary={card.open} isGrounds>
            <ExplanationCard explanation={explanation} locale={locale} />
          </Disclosure>
        </div>
      ))}
    </Panel>
  )
}
