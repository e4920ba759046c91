import type { Configuration } from '@/lib/rules/types'
import { isQuarter, yearOf, type Period } from '@/lib/values'

/** Whether a city owes a report of this period: of its base year, and of each quarter of its span. */
export function isAsked(
  period: Period,
  { baseYear, intervals }: Pick<Configuration, 'baseYear' | 'intervals'>,
): boolean {
  const year = yearOf(period)
  return isQuarter(period) ? year > baseYear && year <= baseYear + intervals : year === baseYear
}
