import { StatusBadge, type ReportStatus } from '@/components/ui/badge'
import { VERDICT_COLOURS, VERDICT_ORDER, VerdictIcon } from '@/components/verdict/verdict-icon'
import { formatMoney, formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { ArrangedDashboard } from '@/lib/review/arrange-dashboard'
import type { ShownCity } from '@/lib/review/read-dashboard'
import type { Instalments } from '@/lib/rules/instalments'
import type { Locale } from '@/lib/values'
import { dashboardAddress, type DashboardView } from './dashboard-address'

/** The nation in three lines: verdicts, reports of the quarter, money. Each verdict is a way to the cities that have it. */
export function DashboardSummary({
  view,
  arranged,
  instalments: { second },
  locale,
}: {
  view: DashboardView
  arranged: ArrangedDashboard<ShownCity>
  instalments: Instalments
  locale: Locale
}) {
  const { dashboard: said, verdict } = words(locale)
  const statuses = statusCounts(arranged)
  const { money } = arranged
  const remainder = formatMoney(locale, money.secondUpTo)
  return (
    <dl className="mb-3 grid items-center sm:grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5">
      <dt className="text-sm text-muted">{said.counts}</dt>
      <dd className="flex flex-wrap gap-2">
        {VERDICT_ORDER.filter((code) => (arranged.inAll[code] ?? 0) > 0).map((code) => {
          const isChosen = view.verdict === code
          return (
            <a
              key={code}
              href={dashboardAddress({ ...view, page: 1, verdict: isChosen ? null : code })}
              aria-current={isChosen || undefined}
              title={verdict.meaning[code]}
              className={`inline-flex items-center gap-1.5 rounded border border-current px-2 no-underline hover:underline ${VERDICT_COLOURS[code]} ${isChosen ? 'outline-2 outline-offset-1 outline-current' : ''}`}
            >
              <VerdictIcon code={code} />
              {verdict.word[code]}
              <strong>{formatNumber(String(arranged.inAll[code] ?? 0))}</strong>
            </a>
          )
        })}
      </dd>
      <dt className="text-sm text-muted">{said.reports(formatPeriod(locale, view.asOf))}</dt>
      <dd className="flex flex-wrap gap-x-4 gap-y-1">
        {statuses.map(([status, count]) => (
          <span key={status} className="inline-flex items-center gap-1.5">
            <StatusBadge status={status} label={said.status[status]} />
            <strong>{said.reportCount(formatNumber(String(count)))}</strong>
          </span>
        ))}
      </dd>
      <dt className="text-sm text-muted">{said.money}</dt>
      <dd>
        {said.firstInstalment} <strong>{formatMoney(locale, money.first)}</strong>
        <span className="ml-4">
          {said.secondInstalment}{' '}
          <strong>
            {second.code === 'banded' || money.decidedCities === arranged.cities.length
              ? remainder
              : said.upTo(remainder)}
          </strong>
        </span>
        <span className="ml-2 text-muted">
          {money.decidedCities > 0 &&
            said.decidedOf(
              formatNumber(String(money.decidedCities)),
              formatMoney(locale, money.decided),
            )}{' '}
          {second.code === 'bandsUnspecified'
            ? said.bandsUnspecified
            : second.code === 'notEvaluated'
              ? said.notEvaluatedBy(second.documentNumber)
              : said.bandedBy(second.documentNumber)}
        </span>
      </dd>
    </dl>
  )
}

const STATUS_ORDER: readonly ReportStatus[] = [
  'accepted',
  'forwarded',
  'submitted',
  'certified',
  'draft',
  'returned',
  'open',
]

function statusCounts({
  cities,
}: ArrangedDashboard<ShownCity>): readonly (readonly [ReportStatus, number])[] {
  return STATUS_ORDER.map(
    (status) => [status, cities.filter((city) => city.status === status).length] as const,
  ).filter(([, count]) => count > 0)
}
