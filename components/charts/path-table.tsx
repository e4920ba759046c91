import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure, formatPeriod, NO_FIGURE, words } from '@/lib/i18n'
import type { PathQuarter } from '@/lib/review/path-lines'
import type { Locale, Quarter } from '@/lib/values'
import { LINE_NAMES } from './line-looks'
import type { PathChartData } from './path-chart-data'

/** The numbers of a path chart, quarter by quarter. */
export function PathTable({
  label,
  quarters,
  lines,
  judgedAt,
  unit,
  locale,
}: {
  label: string
  quarters: readonly PathQuarter[]
  lines: PathChartData['lines']
  judgedAt: Quarter
  unit: string
  locale: Locale
}) {
  const { chart } = words(locale).explanation
  const shown = LINE_NAMES.filter((name) => lines[name] !== undefined)
  return (
    <Table label={label} boxClassName="max-h-none">
      <thead>
        <tr>
          <ColumnHead>{chart.period}</ColumnHead>
          {shown.map((name) => (
            <FigureHead key={name} unit={unit}>
              {lines[name]}
            </FigureHead>
          ))}
          <ColumnHead>
            <span className="sr-only">{chart.asOf}</span>
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {quarters.map((each) => (
          <tr key={each.quarter} className={each.quarter === judgedAt ? 'font-semibold' : ''}>
            <RowHead className="whitespace-nowrap">{formatPeriod(locale, each.quarter)}</RowHead>
            {shown.map((name) => {
              const value = name === 'projection' && each.quarter === judgedAt ? null : each[name]
              return <FigureCell key={name}>{value === null ? NO_FIGURE : formatFigure(value)}</FigureCell>
            })}
            <Cell className="text-muted">
              {each.quarter === judgedAt && chart.asOf}{' '}
              {each.restated !== null && chart.restatedBy(String(each.restated))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
