import type { Configuration, IndicatorFacts } from '@/lib/rules'

/** Facts from plain period: value pairs; null is a missing figure. */
export function figures(values: Readonly<Record<string, string | number | bigint | null>>): IndicatorFacts {
  return Object.fromEntries(
    Object.entries(values).map(([period, value]) => [
      period,
      { value: value === null ? null : String(value) },
    ]),
  )
}

export const threeYears: Configuration = { baseYear: 2019, intervals: 3 }
