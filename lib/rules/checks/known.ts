import { compareQuarters, decimal, isQuarter, parseFigure, type Quarter, type Ratio } from '@/lib/values'
import type { IndicatorCode } from '@/lib/notice'
import type { CheckedCell, CheckedReport } from './types'

/** The figure a cell holds, exactly; undefined if it holds none that can be read. */
export function figureIn(cell: CheckedCell | undefined): Ratio | undefined {
  if (cell?.content.state !== 'figure') return undefined
  const read = parseFigure(cell.content.value)
  return read.ok ? decimal(read.value) : undefined
}

/** The cell of a result in a quarterly report. */
export function cellOf(report: CheckedReport, code: IndicatorCode): CheckedCell | undefined {
  return report.cells.find(({ indicator, part }) => indicator === code && part === '')
}

export interface Known {
  readonly quarter: Quarter
  readonly value: Ratio
  readonly text: string
}

/** The known figures of a result in the quarters before a report, oldest first. */
export function earlierFigures(report: CheckedReport, code: IndicatorCode): readonly Known[] {
  const { period } = report
  if (!isQuarter(period)) return []
  return Object.entries(report.history[code] ?? {})
    .flatMap(([quarter, fact]): Known[] =>
      isQuarter(quarter) && compareQuarters(quarter, period) < 0 && fact && fact.value !== null
        ? [{ quarter, value: decimal(fact.value), text: fact.value }]
        : [],
    )
    .sort((a, b) => compareQuarters(a.quarter, b.quarter))
}
