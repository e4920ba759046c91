import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Differing } from '@/components/verdict/differing'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { OpenAll } from '@/components/verdict/open-all'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { inLocale, verdictSentence, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { SubmittedLine } from '@/lib/review/submitted-lines'
import type { Locale } from '@/lib/values'

/** Why each verdict would be what it is; the verdicts of the figures lead here. Nothing where nothing is judged. */
export function GroundsList({ locale, lines }: { locale: Locale; lines: readonly SubmittedLine[] }) {
  const { review, city } = words(locale)
  const judged = lines.flatMap(({ judgement }) => (judgement === null ? [] : [judgement]))
  if (judged.length === 0) return null
  return (
    <Panel
      title={review.figures.grounds}
      lead={review.figures.groundsLead}
      aside={<OpenAll open={city.result.openAll} close={city.result.closeAll} />}
    >
      {judged.map(({ verdict, explanation }) => (
        <Disclosure
          key={verdict.indicator}
          id={`grounds-${verdict.indicator}`}
          summary={inLocale(locale, indicator(verdict.indicator))}
          isGrounds
          className="scroll-mt-4 border-t border-line py-1"
        >
          <p className="mb-2 flex flex-wrap items-center gap-x-3">
            <VerdictBadge code={verdict.code} locale={locale} />
            <span>{verdictSentence(locale, verdict)}</span>
            <a href={`#result-${verdict.indicator}`} className="text-sm print:hidden">
              {review.figures.toFigure}
            </a>
          </p>
          <Differing explanation={explanation} locale={locale} />
          <ExplanationCard explanation={explanation} locale={locale} />
        </Disclosure>
      ))}
    </Panel>
  )
}
