import { ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatPeriod, words } from '@/lib/i18n'
import type { TaskPage } from '@/lib/planning/read-task-page'
import type { Locale } from '@/lib/values'
import { yuan } from './plan-rows'

const SOURCES = ['central', 'local', 'social'] as const

/** What was spent on a task, a line a quarter. */
export function TaskSpending({ spending, locale }: { spending: TaskPage['spending']; locale: Locale }) {
  const { plan } = words(locale)
  return (
    <Table label={plan.task.spending}>
      <thead>
        <tr>
          <ColumnHead>{plan.task.quarter}</ColumnHead>
          {SOURCES.map((source) => (
            <FigureHead key={source} unit={plan.yuan}>
              {plan.column[source]}
            </FigureHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {spending.map(({ quarter, spent }) => (
          <tr key={quarter}>
            <RowHead>{formatPeriod(locale, quarter)}</RowHead>
            {SOURCES.map((source) => (
              <FigureCell key={source}>{yuan(spent[source])}</FigureCell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
