import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatDateTime, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { PlanProgress } from '@/lib/store/plan-progress'
import type { Locale } from '@/lib/values'

/** Everything that was said of a task's progress, latest first; what a later entry replaced stays and says so. */
export function ProgressTable({ history, locale }: { history: readonly PlanProgress[]; locale: Locale }) {
  const { plan } = words(locale)
  const said = plan.task
  const latest = new Map(history.map(({ quarter, seq }) => [quarter, seq]))
  return (
    <Table label={said.history}>
      <thead>
        <tr>
          <ColumnHead>{said.quarter}</ColumnHead>
          <FigureHead>{said.percent}</FigureHead>
          <ColumnHead>{said.note}</ColumnHead>
          <ColumnHead>{said.notedBy}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {history.toReversed().map(({ quarter, seq, percent, note, notedByName, notedAt }) => {
          const isReplaced = latest.get(quarter) !== seq
          return (
            <tr key={`${quarter} ${String(seq)}`} className={isReplaced ? 'text-muted' : ''}>
              <RowHead className="whitespace-nowrap">
                {formatPeriod(locale, quarter)}
                {isReplaced && <span className="block text-xs">{said.earlier}</span>}
              </RowHead>
              <FigureCell>{percent ?? NO_FIGURE}</FigureCell>
              <Cell className="whitespace-pre-line">{note}</Cell>
              <Cell>{plan.startedBy(notedByName, formatDateTime(locale, notedAt))}</Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
