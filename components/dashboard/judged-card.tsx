import { Disclosure } from '@/components/ui/disclosure'
import { ExplanationCard } from '@/components/verdict/explanation-card'
import { VerdictBadge } from '@/components/verdict/verdict-badge'
import { formatPeriod, inLocale, verdictSentence, words } from '@/lib/i18n'
import { clauseAnchor, type Indicator } from '@/lib/notice'
import type { Narrative } from '@/lib/review/read-city'
import type { Judgement } from '@/lib/rules/types'
import type { Locale } from '@/lib/values'
import { CardFrame } from './result-card'

/** A result that only people can judge: never coloured, with what the city last wrote about it. */
export function JudgedCard({
  indicator,
  judgement,
  narrative,
  rowsHref,
  locale,
}: {
  indicator: Indicator
  judgement: Judgement
  narrative: Narrative | undefined
  /** Where its register is opened; null where it has none. */
  rowsHref: string | null
  locale: Locale
}) {
  const { city, counts, explanation: said, notice } = words(locale)
  return (
    <CardFrame
      id={indicator.code}
      title={inLocale(locale, indicator)}
      aside={
        <a href={`/notice#${clauseAnchor(indicator.clause)}`} className="text-sm">
          {city.result.clause(notice.clauseNumber(indicator.clause))}
        </a>
      }
    >
      <p className="mb-2 flex flex-wrap items-center gap-x-3">
        <VerdictBadge code={judgement.verdict.code} locale={locale} />
        <span className="text-muted">{verdictSentence(locale, judgement.verdict)}</span>
      </p>
      {narrative ? (
        <>
          <p className="text-sm text-muted">
            {city.narrative.heading(formatPeriod(locale, narrative.quarter))}
          </p>
          <blockquote lang="zh-CN" className="max-w-4xl whitespace-pre-wrap">
            {narrative.text}
          </blockquote>
        </>
      ) : (
        <p className="text-muted">{city.narrative.none}</p>
      )}
      {rowsHref !== null && (
        <p className="mt-2">
          <a href={rowsHref}>{counts.openJudged}</a>
        </p>
      )}
      <Disclosure summary={said.open} isGrounds className="mt-2">
        <ExplanationCard explanation={judgement.explanation} locale={locale} />
      </Disclosure>
    </CardFrame>
  )
}
