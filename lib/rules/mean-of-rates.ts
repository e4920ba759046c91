import { add, atLeast, div, isZero, mul, ratio, sub, toDecimalString, zero, type Quarter } from '@/lib/values'
import { momentOf } from './span'
import type { Term } from './term'
import type { Alternative, Configuration } from './types'
import type { Working } from './working'
import { yearTotal } from './year-total'

/**
 * The other way to read 年均增幅: the arithmetic mean of the yearly rates. Defined only at the end of a year, and only
 * if every year since the base is known and none before the last is zero; over one year both ways are the same.
 */
export function meanOfRates(
  working: Working,
  configuration: Configuration,
  asOf: Quarter,
  percent: Term,
): Omit<Alternative, 'differs' | 'configuration' | 'needs'> | null {
  const moment = momentOf(asOf, configuration)
  if (moment.quarter !== 4 || moment.k < 2) return null
  let rates = zero
  let before = yearTotal(working, configuration.baseYear, 'baseTotal')
  for (let k = 1; k <= moment.k; k++) {
    const year = yearTotal(working, configuration.baseYear + k, 'toDate')
    if (before.code !== 'known' || year.code !== 'known' || isZero(before.total.ratio)) return null
    rates = add(rates, div(sub(year.total.ratio, before.total.ratio), before.total.ratio))
    before = year
  }
  const mean = div(mul(rates, ratio(100n)), ratio(BigInt(moment.k)))
  const reached = atLeast(mean, percent.ratio)
  const [pass, fail] = moment.final ? (['met', 'short'] as const) : (['onPace', 'behindPace'] as const)
  return {
    code: 'meanOfRates',
    reading: 'R2',
    verdict: reached ? pass : fail,
    actual: toDecimalString(mean),
    required: toDecimalString(percent.ratio),
    gap: toDecimalString(sub(mean, percent.ratio)),
    measure: 'percentAYear',
  }
}
