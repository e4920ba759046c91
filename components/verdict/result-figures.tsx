import { DescriptionList } from '@/components/ui/description-list'
import { formatFigure, formatPeriod, formatWithUnit, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { Configuration, Verdict } from '@/lib/rules/types'
import { quarterOf, yearOf, yearPeriod, type Locale } from '@/lib/values'

/** The numbers of one verdict: what is, what is required, what is still needed, and whether it can be reached. */
export function ResultFigures({
  verdict,
  configuration,
  locale,
}: {
  verdict: Verdict
  configuration: Configuration
  locale: Locale
}) {
  const { verdict: said, common } = words(locale)
  const subject = indicator(verdict.indicator)
  const amount = (value: string) => formatWithUnit(locale, value, subject.unit)
  const { actual, required, gap, neededPerQuarter, pace } = verdict
  const lastYear = configuration.baseYear + configuration.intervals
  const isLater = subject.kind === 'growth' && yearOf(verdict.judgedAt) < lastYear
  const items: { term: string; value: string }[] = []
  const put = (term: string, value: string) => items.push({ term, value })
  const isRunning = pace !== null
  if (actual !== null)
    put(subject.kind === 'growth' && isRunning ? said.actualToDate : said.actual, amount(actual))
  if (required !== null) put(isRunning ? said.requiredToDate : said.required, amount(required))
  if (gap !== null) put(said.gap, formatFigure(gap, { signed: true }))
  if (neededPerQuarter !== null) {
    const term = isLater
      ? said.neededInYear(formatPeriod(locale, yearPeriod(lastYear)))
      : said.neededPerQuarter
    put(term, amount(neededPerQuarter))
  }
  if (pace?.bestQuarter) {
    const { quarter, value } = pace.bestQuarter
    put(said.bestQuarter, `${formatPeriod(locale, quarter)} ${amount(value)}`)
  }
  if (pace?.projection)
    put(
      said.projection(formatPeriod(locale, pace.projection.at)),
      amount(pace.projection.value) + common.bracketed(said.projectionBasis[pace.projection.basis]),
    )
  if (pace?.noProjection)
    put(said.projection(formatPeriod(locale, quarterOf(lastYear, 4))), said.noProjection[pace.noProjection])
  if (pace) {
    const quarter = pace.reach.code === 'reachable' ? formatPeriod(locale, pace.reach.lastQuarter) : ''
    const reach = said.reach[pace.reach.code]
    put(said.reachable, typeof reach === 'string' ? reach : reach(quarter))
  }
  if (items.length === 0) return null
  return <DescriptionList items={items} className="text-sm" />
}
