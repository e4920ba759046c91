import Link from 'next/link'
import { Badge, type Tone } from '@/components/ui/badge'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, words } from '@/lib/i18n'
import type { PeriodList } from '@/lib/admin/read-periods'
import type { Locale } from '@/lib/values'

type Entry = PeriodList['periods'][number]

const TONES: Readonly<Record<Entry['state'], Tone>> = {
  notOpen: 'neutral',
  open: 'good',
  late: 'attention',
  locked: 'neutral',
}

/** The reporting periods with their three moments, the latest first. */
export function PeriodTable({ locale, entries }: { locale: Locale; entries: readonly Entry[] }) {
  const said = words(locale).admin.periods
  return (
    <Table label={said.title}>
      <thead>
        <tr>
          <ColumnHead>{said.column.period}</ColumnHead>
          <ColumnHead>{said.column.state}</ColumnHead>
          <ColumnHead>{said.column.opens}</ColumnHead>
          <ColumnHead>{said.column.due}</ColumnHead>
          <ColumnHead>{said.column.late}</ColumnHead>
          <ColumnHead>{said.column.locked}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ window, state }) => (
          <tr key={window.period}>
            <RowHead>
              <Link
                href={`/admin/periods/${window.period}`}
                aria-label={said.edit(formatPeriod(locale, window.period))}
                className="inline-block py-0.5"
              >
                {formatPeriod(locale, window.period)}
              </Link>
            </RowHead>
            <Cell>
              <Badge tone={TONES[state]}>{said.state[state]}</Badge>
            </Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, window.opensAt)}</Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, window.dueAt)}</Cell>
            <Cell className="whitespace-nowrap">{formatDateTime(locale, window.lateAfter)}</Cell>
            <Cell className="whitespace-nowrap">
              {window.lockedAfter === null ? said.never : formatDateTime(locale, window.lockedAfter)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
