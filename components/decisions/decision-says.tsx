import { inLocale, words } from '@/lib/i18n'
import { formatNumber } from '@/lib/i18n/format'
import { formatDay, formatPeriod } from '@/lib/i18n/format-time'
import { indicator, indicators, isNumeric } from '@/lib/notice'
import type { DecisionContent } from '@/lib/decisions/content'
import type { Decision } from '@/lib/decisions/decision'
import type { Locale } from '@/lib/values'

/** What a decision says, in one sentence. */
export function decisionSays(locale: Locale, content: DecisionContent): string {
  const { decisions, names } = words(locale)
  const said = decisions.says
  switch (content.kind) {
    case 'configuration':
      return said.configuration(
        String(content.baseYear),
        String(content.intervals),
        said.path[content.path],
        said.share[content.share],
      )
    case 'derogation': {
      const subject = indicator(content.indicator)
      const lowest = formatNumber(content.lowest)
      const isGrowth = isNumeric(subject) && subject.kind === 'growth'
      const unit = names.unit[subject.unit]
      return said.derogation(
        locale === 'en' ? subject.en : subject.zh,
        isGrowth ? said.percentAYear(lowest) : words(locale).common.withUnit(lowest, unit),
      )
    }
    case 'comparability':
      return said.comparability(
        inLocale(locale, indicator(content.indicator)),
        said.cause[content.cause],
        formatPeriod(locale, content.from),
        content.to === null ? '' : formatPeriod(locale, content.to),
      )
    case 'materiality':
      return said.materiality(formatNumber(content.percent))
    case 'bandTable':
      return said.bandTable(String(content.bands.length))
    case 'scoringScheme':
      return said.scoringScheme(said.method[content.method])
    case 'checkSeverity': {
      const severity = said.severity[content.severity]
      const from =
        content.hardFrom === null ? '' : ` ${said.hardFrom(formatPeriod(locale, content.hardFrom))}`
      const bound = content.bound === undefined ? '' : said.bound(formatNumber(content.bound))
      return said.checkSeverity(names.check[content.check], severity) + from + bound
    }
  }
}

/** The tables that a sentence cannot hold: bands and weights. */
export function DecisionDetail({ content, locale }: { content: DecisionContent; locale: Locale }) {
  const said = words(locale).decisions.says
  if (content.kind === 'bandTable') {
    return (
      <ul>
        {content.bands.map(({ from, amount }) => (
          <li key={from}>{said.band(formatNumber(from), formatNumber(amount))}</li>
        ))}
      </ul>
    )
  }
  if (content.kind === 'scoringScheme') {
    return (
      <>
        {content.grades && (
          <p>{said.grades(content.grades.excellent, content.grades.good, content.grades.fair)}</p>
        )}
        <ul className="columns-1 md:columns-2">
          {indicators.map(({ code, zh, en }) => (
            <li key={code}>
              {words(locale).common.pair(locale === 'en' ? en : zh, formatNumber(content.weights[code]))}
            </li>
          ))}
        </ul>
      </>
    )
  }
  return null
}

/** From when to when it holds. */
export function decisionSpan(locale: Locale, { effectiveFrom, endsOn }: Decision): string {
  const said = words(locale).decisions
  const from = formatDay(locale, effectiveFrom)
  return endsOn === null ? said.from(from) : said.until(from, formatDay(locale, endsOn))
}
