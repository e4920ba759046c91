import Link from 'next/link'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { cityName, formatDate, formatDateTime, formatNumber, formatPeriod, words } from '@/lib/i18n'
import type { SideDays } from '@/lib/reporting/elapsed-days'
import type { QueueEntry } from '@/lib/review/arrange-queue'
import type { WaitingEntry } from '@/lib/review/read-queue'
import type { Locale } from '@/lib/values'
import { nameOfReport } from './queue-address'

interface Props<T> {
  readonly locale: Locale
  readonly entries: readonly T[]
  /** By what the address of each report is followed, so that it looks back to the same moment; '' for now. */
  readonly back: string
  /** The same for now, so that it leads back to the queue as it is narrowed, and after a deed to the report named. */
  readonly from?: (then: string) => string
}

const reportOf = (locale: Locale, { city, window }: Pick<QueueEntry, 'city' | 'window'>): string =>
  words(locale).review.report.title(cityName(locale, city), formatPeriod(locale, window.period))

function ReportLink({
  locale,
  entry,
  follow,
}: {
  locale: Locale
  entry: QueueEntry
  /** By what the address is followed. */
  follow: string
}) {
  return (
    <Link
      href={`/review/${entry.city.code}/${entry.window.period}${follow}`}
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

/**
 * What waits for the reviewer, the most pressing first; ticked reports are dealt with together after a preview. What waited at a
 * past moment is only read.
 */
export function WaitingTable({ locale, entries, back, from }: Props<WaitingEntry>) {
  const { review, common } = words(locale)
  const said = review.queue
  return (
    <Table label={said.waiting} className="min-w-[64rem]">
      <thead>
        <tr>
          {back === '' && (
            <ColumnHead className="w-8">
              <span className="sr-only">{said.column.select}</span>
            </ColumnHead>
          )}
          <ColumnHead>{said.column.report}</ColumnHead>
          <FigureHead>{said.column.waited}</FigureHead>
          <ColumnHead>{said.column.version}</ColumnHead>
          <ColumnHead>{said.column.changes}</ColumnHead>
          <ColumnHead>{said.column.open}</ColumnHead>
          <ColumnHead>{said.column.elapsed}</ColumnHead>
          <ColumnHead>{said.column.due}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, i) => (
          <tr
            key={`${entry.city.code}/${entry.window.period}`}
            data-queued={hasNothingOpen(entry) ? 'clean' : 'open'}
            className="focus-within:bg-accent-wash"
          >
            {back === '' && (
              <Cell className="!pr-0">
                <label className="inline-flex size-6 items-center justify-center print:hidden">
                  <span className="sr-only">{said.select(reportOf(locale, entry))}</span>
                  <input type="checkbox" name="report" value={`${entry.city.code}.${entry.window.period}`} />
                </label>
              </Cell>
            )}
            <RowHead>
              <ReportLink
                locale={locale}
                entry={entry}
                follow={back || (from?.(nameOfReport(entries[i + 1])) ?? '')}
              />
            </RowHead>
            <FigureCell className="font-semibold">
              <Days locale={locale} days={entry.days} />
            </FigureCell>
            <Cell>
              <span className="mr-2 whitespace-nowrap">{common.version(entry.summary.version)}</span>
              {entry.summary.version > 1 && <Badge tone="accent">{said.again}</Badge>}
            </Cell>
            <Cell>
              <Changes locale={locale} entry={entry} />
            </Cell>
            <Cell>
              <Open locale={locale} entry={entry} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Elapsed locale={locale} days={entry.elapsed} />
            </Cell>
            <Cell>
              <span className="mr-2 whitespace-nowrap">{formatDate(locale, entry.window.dueAt)}</span>
              <Pressing locale={locale} entry={entry} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const hasNothingOpen = ({ state, unanswered, answered }: QueueEntry): boolean =>
  state.open + state.cases + unanswered + answered === 0

/** Against the version that this side dealt with last. */
function Changes({ locale, entry: { changes, summary } }: { locale: Locale; entry: WaitingEntry }) {
  const { review, common } = words(locale)
  const said = review.queue.changes
  if (summary.version === 1) return <span className="text-muted">{said.first}</span>
  if (changes?.since == null) return <span className="text-muted">{said.unseen}</span>
  const { figures, added, removed, changed, since } = changes
  const parts = [
    ...(figures > 0 ? [said.figures(String(figures))] : []),
    ...(added > 0 ? [said.added(String(added))] : []),
    ...(removed > 0 ? [said.removed(String(removed))] : []),
    ...(changed > 0 ? [said.changed(String(changed))] : []),
  ]
  return (
    <>
      {parts.length === 0 ? said.none : parts.join(said.join)}
      <span className="block text-sm text-muted">{said.since(common.version(since))}</span>
    </>
  )
}

/** What is open in a report: findings, questions, cases. */
function Open({ locale, entry }: { locale: Locale; entry: QueueEntry }) {
  const said = words(locale).review.queue.openSaid
  const { state, unanswered, answered } = entry
  const { open, explained, cases } = state
  return (
    <>
      <span className={open > 0 ? 'text-behind-pace' : 'text-muted'}>
        {open + explained === 0
          ? said.noFindings
          : said.findings(String(open + explained), String(explained))}
      </span>
      {answered > 0 && (
        <span className="block">
          <Badge tone="accent">{said.answered(String(answered))}</Badge>
        </span>
      )}
      {unanswered > 0 && <span className="block">{said.unanswered(String(unanswered))}</span>}
      {cases > 0 && <span className="block text-behind-pace">{said.cases(String(cases))}</span>}
    </>
  )
}

/** Working days with each side; a side it never lay with is left out. */
function Elapsed({ locale, days }: { locale: Locale; days: SideDays }) {
  const said = words(locale).review.elapsed
  return (
    <>
      <span className="block">{said.city(formatNumber(String(days.city)))}</span>
      {days.province > 0 && (
        <span className="block">{said.province(formatNumber(String(days.province)))}</span>
      )}
      {days.nation > 0 && <span className="block">{said.nation(formatNumber(String(days.nation)))}</span>}
    </>
  )
}

/** Why a report is pressing. */
function Pressing({ locale, entry: { urgency, window } }: { locale: Locale; entry: QueueEntry }) {
  const said = words(locale).review.queue
  return (
    <>
      {urgency === 'late' && <Badge tone="attention">{said.late}</Badge>}
      {urgency === 'lockSoon' && <Badge tone="attention">{said.mark.lockSoon}</Badge>}
      {window.extendedTo !== null && (
        <span className="block text-sm text-muted">
          {said.extendedTo(formatDate(locale, window.extendedTo))}
        </span>
      )}
    </>
  )
}

/** What is with the province, the ministry, or back with its city. */
export function ElsewhereTable({ locale, entries, back, from }: Props<QueueEntry>) {
  const { review, common, names } = words(locale)
  const said = review.queue
  return (
    <Table label={said.elsewhere} className="min-w-[52rem]">
      <thead>
        <tr>
          <ColumnHead>{said.column.report}</ColumnHead>
          <FigureHead>{said.column.since}</FigureHead>
          <ColumnHead>{said.column.version}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <ColumnHead>{said.column.elapsed}</ColumnHead>
          <ColumnHead>{said.column.lastStep}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.city.code}/${entry.window.period}`}>
            <RowHead>
              <ReportLink locale={locale} entry={entry} follow={back || (from?.('') ?? '')} />
            </RowHead>
            <FigureCell>
              <Days locale={locale} days={entry.days} />
            </FigureCell>
            <Cell className="whitespace-nowrap">{common.version(entry.last.version)}</Cell>
            <Cell>
              <StatusBadge status={entry.summary.status} label={names.status[entry.summary.status]} />
            </Cell>
            <Cell className="whitespace-nowrap">
              <Elapsed locale={locale} days={entry.elapsed} />
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
