import Link from 'next/link'
import { StatusBadge } from '@/components/ui/badge'
import { formatDateTime, formatList, formatNumber, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import type { OpenReport } from '@/lib/reporting/read-handover'
import type { ReportEvent } from '@/lib/store/reports'
import type { Locale } from '@/lib/values'

/** The reports that are with the city: what each lacks, why it came back, what went wrong a year before. */
export function HandoverOpen({
  locale,
  city,
  reports,
}: {
  locale: Locale
  city: string
  reports: readonly OpenReport[]
}) {
  const { handover, names, common } = words(locale)
  const said = handover.open
  if (reports.length === 0) return <p className="text-muted">{said.none}</p>
  return (
    <ul>
      {reports.map(({ entry, unanswered, returned, lastYear }) => {
        const { period, dueAt, lockedAfter } = entry.window
        const inWords = formatPeriod(locale, period)
        return (
          <li key={period} className="border-b border-line py-2 last:border-0">
            <h3 className="flex flex-wrap items-baseline gap-x-4 font-semibold">
              <Link
                href={`/cities/${city}/reports/${period}`}
                aria-label={said.go(inWords)}
                className="inline-block py-0.5"
              >
                {inWords}
              </Link>
              <StatusBadge status={entry.status} label={names.status[entry.status]} />
              <span className="text-sm font-normal text-muted">
                {said.due(formatDateTime(locale, dueAt))}
                {entry.isOverdue && common.bracketed(said.overdue)}
              </span>
              {lockedAfter !== null && (
                <span className="text-sm font-normal text-muted">
                  {said.locked(formatDateTime(locale, lockedAfter))}
                </span>
              )}
            </h3>
            <p>
              {unanswered.length === 0
                ? said.complete
                : common.pair(
                    said.unanswered(formatNumber(String(unanswered.length))),
                    formatList(
                      locale,
                      unanswered.map((code) => inLocale(locale, indicator(code))),
                    ),
                  )}
            </p>
            {returned !== null && (
              <Returned
                locale={locale}
                event={returned}
                title={said.returned(returned.actorName, formatDateTime(locale, returned.at))}
              />
            )}
            {lastYear?.returns.map((event) => (
              <Returned
                key={event.seq}
                locale={locale}
                event={event}
                title={said.lastYear(formatPeriod(locale, lastYear.period))}
              />
            ))}
            {lastYear !== null && lastYear.corrected.length > 0 && (
              <div className="mt-1 border-l-4 border-line pl-2">
                <p>{said.corrected(formatPeriod(locale, lastYear.period))}</p>
                {lastYear.corrected.map(({ check, indicator: code }) => (
                  <p key={`${check}/${code}`} className="pl-4">
                    {common.pair(inLocale(locale, indicator(code)), names.check[check])}
                  </p>
                ))}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A return with its reason, and the reason of each figure it names. */
function Returned({ locale, event, title }: { locale: Locale; event: ReportEvent; title: string }) {
  const { common, review } = words(locale)
  return (
    <div className="mt-1 border-l-4 border-behind-pace pl-2">
      <p>{event.reason === null ? title : common.pair(title, event.reason)}</p>
      {event.returned.map((figure) => (
        <p key={figure.indicator} className="pl-4">
          {common.pair(inLocale(locale, indicator(figure.indicator)), figure.reason)}
        </p>
      ))}
      {event.returnedRows.map(({ id, indicator: code, name, reason }) => (
        <p key={id} className="pl-4">
          {common.pair(review.report.returnedRow(inLocale(locale, indicator(code)), name), reason)}
        </p>
      ))}
    </div>
  )
}
