import { StatusBadge } from '@/components/ui/badge'
import { Fact } from '@/components/ui/panel'
import { formatDate, formatDay, formatList, formatPeriod, provinceName, words } from '@/lib/i18n'
import type { CityPage } from '@/lib/review/read-city'
import { yearPeriod, type Locale } from '@/lib/values'

/** What a city's page is about: province, quarter judged, its report, span and who decided it. */
export function CityFacts({
  page,
  seesBook,
  locale,
}: {
  page: CityPage
  /** Whether the decision can be looked up in the decision book. */
  seesBook: boolean
  locale: Locale
}) {
  const { city: said, explanation, issued, names, common } = words(locale)
  const { city, asOf, configured, verdicts, summaries } = page
  const { baseYear, intervals, path = 'compound', share = 'ownProfile' } = verdicts.configuration
  const number =
    configured === null || configured.documentNumber === '' ? common.nav.decisions : configured.documentNumber
  const status = summaries.find(({ period }) => period === asOf)?.status ?? 'open'
  const issue = Object.values(page.notes).find(({ floor }) => floor !== undefined)?.floor
  const [first, last] = [baseYear, baseYear + intervals].map((year) => formatPeriod(locale, yearPeriod(year)))
  return (
    <>
      <Fact name={said.fact.province}>{provinceName(locale, city)}</Fact>
      <Fact name={said.fact.asOf}>
        <strong className="font-semibold">{formatPeriod(locale, asOf)}</strong>
      </Fact>
      <Fact name={said.fact.report(formatPeriod(locale, asOf))}>
        <StatusBadge status={status} label={names.status[status]} />
      </Fact>
      {issue !== undefined && (
        <Fact name={issued.fact}>{issued.factOf(formatDate(locale, issue.issuedAt), issue.ruleVersion)}</Fact>
      )}
      <Fact name={said.fact.span}>{explanation.span(first ?? '', last ?? '')}</Fact>
      <Fact name={explanation.pathHead}>
        {explanation.pathOf(explanation.path[path], explanation.share[share])}
      </Fact>
      <Fact name={said.fact.decided}>
        {configured === null ? (
          said.spanDefault(formatList(locale, ['R3', 'R4']))
        ) : (
          <>
            {seesBook ? <a href={`/decisions/${configured.id}`}>{number}</a> : number}{' '}
            <span className="text-muted">
              {said.decidedBy(
                configured.proposedByName,
                configured.second?.byName ?? '',
                formatDate(locale, configured.second?.at ?? configured.proposedAt),
                formatDay(locale, configured.effectiveFrom),
              )}
            </span>
          </>
        )}
      </Fact>
    </>
  )
}
