import { add, decimal, sub, toDecimalString } from '@/lib/values'

export interface BaseSum {
  /** Of the four quarters; null until all are known. */
  readonly sum: string | null
  /** The sum less the year as stated; null unless both are known. */
  readonly difference: string | null
}

/** Whether the four quarters of a base year agree with its total, exactly. */
export function baseSum(quarters: readonly (string | null)[], year: string | null): BaseSum {
  const known = quarters.flatMap((value) => (value === null ? [] : [decimal(value)]))
  const [first, ...rest] = known
  if (first === undefined || known.length < 4) return { sum: null, difference: null }
  const sum = rest.reduce(add, first)
  return {
    sum: toDecimalString(sum),
    difference: year === null ? null : toDecimalString(sub(sum, decimal(year))),
  }
}
