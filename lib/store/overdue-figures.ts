import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import type { Part } from './cells'
import { dateOf, dateString } from './values'
import { databaseOf, type Work } from './work'

/** An answer that promised a figure for a day that has passed. */
export interface OverdueFigure {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly expectedOn: string
}

/** The answers of a city's working copies whose figures were expected before this day, the longest overdue first. */
export async function readOverdueFigures(work: Work, today: string): Promise<OverdueFigure[]> {
  const rows = await databaseOf(work).report_cell.findMany({
    where: { city: work.city, state: 'notYetAvailable', expected_on: { lt: dateOf(today) } },
    orderBy: [{ expected_on: 'asc' }, { period: 'asc' }, { indicator: 'asc' }, { part: 'asc' }],
    select: { period: true, indicator: true, part: true, expected_on: true },
  })
  return rows.flatMap(({ period, indicator, part, expected_on: day }) =>
    day === null
      ? []
      : [
          {
            period: period as Period,
            indicator: indicator as IndicatorCode,
            part: part as Part,
            expectedOn: dateString(day),
          },
        ],
  )
}
