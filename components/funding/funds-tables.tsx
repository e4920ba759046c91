import Link from 'next/link'
import { yuan } from '@/components/plan/plan-rows'
import { Badge } from '@/components/ui/badge'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatDay, formatPercent, NO_FIGURE, words } from '@/lib/i18n'
import type { FundsPage } from '@/lib/funding/read-funds'
import type { Locale } from '@/lib/values'

interface Props {
  readonly page: FundsPage
  readonly locale: Locale
}

/** What each source received, spent and has left; never added together. */
export function BalanceTable({ page, locale }: Props) {
  const { funds: said } = words(locale)
  return (
    <Table label={said.balances} caption={said.rateNote}>
      <thead>
        <tr>
          <ColumnHead>{said.column.source}</ColumnHead>
          <FigureHead unit={said.yuan}>{said.received}</FigureHead>
          <FigureHead unit={said.yuan}>{said.spent}</FigureHead>
          <FigureHead unit={said.yuan}>{said.balance}</FigureHead>
          <FigureHead>{said.rate}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {page.balances.map(({ source, received, spent, balance, rate }) => (
          <tr key={source}>
            <RowHead>{said.source[source]}</RowHead>
            <FigureCell>{yuan(received)}</FigureCell>
            <FigureCell>{yuan(spent)}</FigureCell>
            <FigureCell>{yuan(balance)}</FigureCell>
            <FigureCell>{rate === null ? NO_FIGURE : formatPercent(rate)}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

const SOURCES = ['central', 'local', 'social'] as const

/** What was spent on each task beside what the plan gives it. */
export function TaskSpendingTable({ page, locale }: Props) {
  const { funds: said } = words(locale)
  return (
    <Table label={said.tasks} stickyColumn>
      <thead>
        <tr>
          <ColumnHead className="min-w-56">{said.task}</ColumnHead>
          {SOURCES.map((source) => (
            <FigureHead key={source} unit={`${said.spent} / ${said.planned}`}>
              {said.source[source]}
            </FigureHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.tasks.map(({ task, spent }) => (
          <tr key={task.code}>
            <RowHead>
              <span className="figure mr-2 text-muted">{task.code}</span>
              <Link href={`/cities/${page.city.code}/plan/tasks/${task.code}`}>{task.title}</Link>
            </RowHead>
            {SOURCES.map((source) => (
              <FigureCell key={source}>
                {yuan(spent[source])}
                <span className="block text-xs text-muted">{yuan(task.budget[source])}</span>
              </FigureCell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What was spent in each permitted form. */
export function FormTable({ page, locale }: Props) {
  const { funds: said } = words(locale)
  return (
    <Table label={said.byForm}>
      <thead>
        <tr>
          <ColumnHead>{said.column.form}</ColumnHead>
          <FigureHead unit={said.yuan}>{said.spent}</FigureHead>
        </tr>
      </thead>
      <tbody>
        {page.byForm.map(({ form, yuan: amount }) => (
          <tr key={form}>
            <RowHead>{said.form[form]}</RowHead>
            <FigureCell>{yuan(amount)}</FigureCell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Every entry, latest first; one that was taken back stays and says so. */
export function LedgerTable({ page, locale }: Props) {
  const { funds: said } = words(locale)
  return (
    <Table label={said.ledger}>
      <thead>
        <tr>
          <FigureHead>{said.number}</FigureHead>
          <ColumnHead>{said.column.day}</ColumnHead>
          <ColumnHead>{said.kindHead}</ColumnHead>
          <ColumnHead>{said.column.source}</ColumnHead>
          <FigureHead unit={said.yuan}>{said.column.yuan}</FigureHead>
          <ColumnHead>{said.column.task}</ColumnHead>
          <ColumnHead>{said.column.form}</ColumnHead>
          <ColumnHead className="min-w-48">{said.column.purpose}</ColumnHead>
          <ColumnHead>{said.column.payee}</ColumnHead>
          <ColumnHead>{said.column.document}</ColumnHead>
          <ColumnHead>{said.recordedBy}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {page.entries.map((entry) => (
          <tr key={entry.seq} className={entry.isReversed ? 'text-muted' : ''}>
            <RowHead className="figure">{entry.seq}</RowHead>
            <Cell className="whitespace-nowrap">{formatDay(locale, entry.onDay)}</Cell>
            <Cell>
              {said.kind[entry.kind]}{' '}
              {entry.reverses !== null && (
                <Badge tone="attention">{said.reversal(String(entry.reverses))}</Badge>
              )}
              {entry.isReversed && <Badge>{said.reversed}</Badge>}
            </Cell>
            <Cell className="whitespace-nowrap">{said.source[entry.source]}</Cell>
            <FigureCell>{yuan(entry.yuan)}</FigureCell>
            <Cell className="figure text-left!">{entry.task}</Cell>
            <Cell>{entry.form === null ? '' : said.form[entry.form]}</Cell>
            <Cell className="wrap-anywhere">{entry.purpose}</Cell>
            <Cell className="wrap-anywhere">{entry.payee}</Cell>
            <Cell className="wrap-anywhere">{entry.document}</Cell>
            <Cell>{said.by(entry.recordedByName, formatDateTime(locale, entry.recordedAt))}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
