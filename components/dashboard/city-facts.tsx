import { StatusBadge } from '@/components/ui/badge'
import { Fact } from '@/components/ui/panel'
import { formatDay, formatPeriod, provinceName, words } from '@/lib/i18n'
import type { CityPage } from '@/lib/review/read-city'
import { yearPeriod, type Locale } from '@/lib/values'

/** What a city's page is about: province, quarter judged, its report, span and who decided it. */
export function CityFacts({ page, locale }: { page: CityPage; locale: Locale }) {
  const { city: said, explanation, names, common } = words(locale)
  const { city, asOf, configured, verdicts, summaries } = page
  const { baseYear, intervals } = verdicts.configuration
  const status = summaries.find(({ period }) => period === asOf)?.status ?? 'open'
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
      <Fact name={said.fact.span}>
        {explanation.span(first ?? '', last ?? '')}
        <span className="text-muted">
          {common.bracketed(
            configured === null
              ? said.spanDefault('R3')
              : said.spanDecided(
                  formatDay(locale, configured.effectiveFrom),
                  configured.second?.byName ?? '',
                ),
          )}
        </span>
      </Fact>
    </>
  )
}
