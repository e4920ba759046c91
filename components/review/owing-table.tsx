import Link from 'next/link'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDate, formatNumber, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { OwingCity } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'

/** Who owes reports, one line a city. */
export function OwingTable({
  locale,
  entries,
  back,
}: {
  locale: Locale
  entries: readonly OwingCity[]
  /** By what addresses are followed that look back to the same moment; '' for now. */
  back: string
}) {
  const { review, names } = words(locale)
  const said = review.queue
  return (
    <Table label={said.owing} className="min-w-[40rem]">
      <thead>
        <tr>
          <ColumnHead>{said.column.city}</ColumnHead>
          <ColumnHead>{said.column.current}</ColumnHead>
          <FigureHead>{said.column.overdue}</FigureHead>
          <ColumnHead>{said.column.oldest}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ city, current, overdue, oldestDays }) => (
          <tr key={city.code}>
            <RowHead>{cityName(locale, city)}</RowHead>
            <Cell>
              {current.length === 0
                ? NO_FIGURE
                : current.map(({ window, summary }) => (
                    <span key={window.period} className="flex flex-wrap gap-x-2">
                      {formatPeriod(locale, window.period)}
                      <Link
                        href={`/cities/${city.code}/reports/${window.period}/deadline${back}`}
                        className="text-muted"
                      >
                        {said.dueOn(formatDate(locale, window.extendedTo ?? window.dueAt))}
                      </Link>
                      <StatusBadge
                        status={summary?.status ?? 'open'}
                        label={names.status[summary?.status ?? 'open']}
                      />
                    </span>
                  ))}
            </Cell>
            <FigureCell>
              {overdue.length === 0 ? (
                NO_FIGURE
              ) : (
                <Badge tone="attention">{said.overdueCount(String(overdue.length))}</Badge>
              )}
            </FigureCell>
            <Cell>
              {overdue[0] === undefined ? (
                NO_FIGURE
              ) : (
                <Link href={`/cities/${city.code}/reports/${overdue[0].period}/deadline${back}`}>
                  {said.overdueSince(
                    formatPeriod(locale, overdue[0].period),
                    formatNumber(String(oldestDays)),
                  )}
                </Link>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
