import Link from 'next/link'
import { StatusBadge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { DeskEntry } from '@/lib/reporting/read-desk'
import type { Locale } from '@/lib/values'

/** What has been submitted: quiet, the latest first. */
export function PastReports({
  entries,
  city,
  locale,
}: {
  entries: readonly DeskEntry[]
  city: string
  locale: Locale
}) {
  const { desk, names, common } = words(locale)
  const said = desk.past
  const when = (at: Date | null | undefined): string => (at == null ? NO_FIGURE : formatDateTime(locale, at))
  return (
    <Table label={said.label} stickyColumn>
      <thead>
        <tr>
          <ColumnHead>{said.period}</ColumnHead>
          <ColumnHead>{said.status}</ColumnHead>
          <ColumnHead>{said.version}</ColumnHead>
          <FigureHead>{said.answered}</FigureHead>
          <ColumnHead>{said.submitted}</ColumnHead>
          <ColumnHead>{said.accepted}</ColumnHead>
          <ColumnHead>{said.deeds}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ window: { period }, status, summary, asked }) => {
          const inWords = formatPeriod(locale, period)
          const report = `/cities/${city}/reports/${period}`
          return (
            <tr key={period}>
              <RowHead className="whitespace-nowrap">
                <Link href={report} aria-label={said.viewOf(inWords)} className="inline-block py-0.5">
                  {inWords}
                </Link>
              </RowHead>
              <Cell className="whitespace-nowrap">
                <StatusBadge status={status} label={names.status[status]} />
              </Cell>
              <Cell className="whitespace-nowrap">{common.version(summary?.version ?? 1)}</Cell>
              <FigureCell>{`${summary?.cellsAnswered ?? 0} / ${asked}`}</FigureCell>
              <Cell className="whitespace-nowrap">{when(summary?.submittedAt)}</Cell>
              <Cell className="whitespace-nowrap">{when(summary?.acceptedAt)}</Cell>
              <Cell>
                <Link
                  href={`${report}/receipt`}
                  aria-label={said.receiptOf(inWords)}
                  className="inline-block py-0.5"
                >
                  {said.receipt}
                </Link>
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
