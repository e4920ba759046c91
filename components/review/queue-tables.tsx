import Link from 'next/link'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import {
  cityName,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPeriod,
  NO_FIGURE,
  words,
} from '@/lib/i18n'
import type { OwingCity, QueueEntry } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'

interface Props<T> {
  readonly locale: Locale
  readonly entries: readonly T[]
}

const reportOf = (locale: Locale, { city, window }: Pick<QueueEntry, 'city' | 'window'>): string =>
  words(locale).review.report.title(cityName(locale, city), formatPeriod(locale, window.period))

function ReportLink({ locale, entry }: { locale: Locale; entry: QueueEntry }) {
  return (
    <Link
      href={`/review/${entry.city.code}/${entry.window.period}`}
      aria-label={words(locale).review.queue.open(reportOf(locale, entry))}
      className="inline-block py-0.5 font-semibold"
    >
      {reportOf(locale, entry)}
    </Link>
  )
}

function Days({ locale, days }: { locale: Locale; days: number }) {
  const said = words(locale).review.queue
  return days === 0 ? said.sameDay : said.days(formatNumber(String(days)))
}

/** What waits for the reviewer, the longest waiting first. */
export function WaitingTable({ locale, entries }: Props<QueueEntry>) {
  const { review, common, names } = words(locale)
  const said = review.queue
  return (
    <Table label={said.waiting}>
      <thead>
        <tr>
          <ColumnHead>{said.column.report}</ColumnHead>
          <FigureHead>{said.column.waited}</FigureHead>
          <ColumnHead>{said.column.version}</ColumnHead>
          <ColumnHead>{said.column.arrived}</ColumnHead>
          <ColumnHead>{said.column.due}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.city.code}/${entry.window.period}`}>
            <RowHead>
              <ReportLink locale={locale} entry={entry} />
            </RowHead>
            <FigureCell className="font-semibold">
              <Days locale={locale} days={entry.days} />
            </FigureCell>
            <Cell>
              <span className="mr-2 whitespace-nowrap">{common.version(entry.summary.version)}</span>
              {entry.summary.version > 1 && <Badge tone="accent">{said.again}</Badge>}
            </Cell>
            <Cell>
              {said.step(
                names.event[entry.last.kind],
                entry.last.actorName,
                formatDateTime(locale, entry.last.at),
              )}
            </Cell>
            <Cell>
              <span className="mr-2 whitespace-nowrap">{formatDate(locale, entry.window.dueAt)}</span>
              {entry.isLate && <Badge tone="attention">{said.late}</Badge>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What is with the province, the ministry, or back with its city. */
export function ElsewhereTable({ locale, entries }: Props<QueueEntry>) {
  const { review, common, names } = words(locale)
  const said = review.queue
  return (
    <Table label={said.elsewhere}>
      <thead>
        <tr>
          <ColumnHead>{said.column.report}</ColumnHead>
          <FigureHead>{said.column.since}</FigureHead>
          <ColumnHead>{said.column.version}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <ColumnHead>{said.column.lastStep}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.city.code}/${entry.window.period}`}>
            <RowHead>
              <ReportLink locale={locale} entry={entry} />
            </RowHead>
            <FigureCell>
              <Days locale={locale} days={entry.days} />
            </FigureCell>
            <Cell className="whitespace-nowrap">{common.version(entry.last.version)}</Cell>
            <Cell>
              <StatusBadge status={entry.summary.status} label={names.status[entry.summary.status]} />
            </Cell>
            <Cell>
              {said.step(
                names.event[entry.last.kind],
                entry.last.actorName,
                formatDateTime(locale, entry.last.at),
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Who owes reports, one line a city. */
export function OwingTable({ locale, entries }: Props<OwingCity>) {
  const { review, names } = words(locale)
  const said = review.queue
  return (
    <Table label={said.owing}>
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
                        href={`/cities/${city.code}/reports/${window.period}/deadline`}
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
                <Link href={`/cities/${city.code}/reports/${overdue[0].period}/deadline`}>
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
