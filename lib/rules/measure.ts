import type { Indicator } from '@/lib/notice'
import {
  approximate,
  decimal,
  div,
  isZero,
  mul,
  ratio,
  sameQuarterLastYear,
  sub,
  toDecimalString,
  toFixedString,
  yearOf,
  yearPeriod,
  quartersOf,
  sum,
  type Quarter,
  type Ratio,
} from '@/lib/values'
import { isNumeric } from '@/lib/notice'
import { verdictOnly } from './judge'
import type { Configuration, IndicatorFacts } from './types'

/**
 * What can be looked at of a result in a quarter: the figure itself; its growth over the same quarter of the year before in
 * per cent; the average yearly growth of whole years since the base year in per cent (水平法, rounded: a root has no exact
 * decimal); and what the figure to date is above (+) or below (−) its path.
 */
export const measures = ['value', 'yearOnYear', 'averageGrowth', 'gap'] as const
export type Measure = (typeof measures)[number]

/** A measure of one result in one quarter as a decimal string; null where it cannot be said. */
export function measureOf(
  measure: Measure,
  subject: Indicator,
  facts: IndicatorFacts,
  configuration: Configuration,
  quarter: Quarter,
): string | null {
  if (!isNumeric(subject)) return null
  const figure = (period: string): Ratio | undefined => {
    const value = facts[period]?.value
    return value === null || value === undefined ? undefined : decimal(value)
  }
  const now = figure(quarter)
  if (measure === 'value') return now === undefined ? null : toDecimalString(now)
  if (measure === 'yearOnYear') {
    const before = figure(sameQuarterLastYear(quarter))
    return now === undefined || before === undefined || isZero(before)
      ? null
      : toFixedString(mul(sub(div(now, before), ratio(1n)), ratio(100n)), 2)
  }
  if (measure === 'gap') {
    const { gap } = verdictOnly(subject, facts, configuration, quarter)
    return gap === null ? null : toFixedString(decimal(gap), 2)
  }
  if (subject.kind !== 'growth' || !quarter.endsWith('Q4')) return null
  const years = yearOf(quarter) - configuration.baseYear
  const [base, total] = [totalOf(configuration.baseYear), totalOf(yearOf(quarter))]
  if (years < 1 || base === undefined || total === undefined || isZero(base)) return null
  const factor = approximate(toFixedString(div(total, base), 6))
  return ((factor ** (1 / years) - 1) * 100).toFixed(2)

  function totalOf(year: number): Ratio | undefined {
    const stated = figure(yearPeriod(year))
    if (stated !== undefined) return stated
    const quarters = quartersOf(year).map(figure)
    return quarters.every((each) => each !== undefined) ? sum(quarters) : undefined
  }
}
