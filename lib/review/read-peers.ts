import type { Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { quartiles } from '@/lib/rules/quartiles'
import { readCities } from '@/lib/store/cities'
import { readSummariesOf } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { decimal, toFixedString, type Quarter, type Ratio } from '@/lib/values'

/** What like cities report for one result: how many, and, of three and more, where their middle half lies. */
export interface Peers {
  readonly cities: number
  /** Rounded to two places, for reading only; null of fewer than three. */
  readonly middle: { readonly lower: string; readonly median: string; readonly upper: string } | null
}

/**
 * The accepted figures of a quarter in the other cities of the same cohort, within the reader's own reach: a provincial
 * reviewer compares with cities of the province, a national one with all. Of a count they are cumulative.
 */
export function readPeers(
  permit: Permit<'dashboard.read'>,
  city: string,
  quarter: Quarter,
): Promise<Readonly<Partial<Record<IndicatorCode, Peers>>>> {
  return begin(permit, async (work) => {
    const cities = await readCities(work)
    const cohort = cities.find(({ code }) => code === city)?.cohort
    const alike = new Set(
      cities.filter((each) => each.cohort === cohort && each.code !== city).map(({ code }) => code),
    )
    const values = new Map<IndicatorCode, Ratio[]>()
    for (const summary of await readSummariesOf(work, quarter)) {
      if (!alike.has(summary.city)) continue
      for (const { indicator, period, value } of summary.facts) {
        if (period !== quarter || value === null) continue
        values.set(indicator, [...(values.get(indicator) ?? []), decimal(value)])
      }
    }
    return Object.fromEntries(
      [...values].map(([code, own]): [IndicatorCode, Peers] => {
        const middle = quartiles(own)
        const shown = (value: Ratio): string => toFixedString(value, 2).replace(/\.?0+$/, '')
        return [
          code,
          {
            cities: own.length,
            middle: middle && {
              lower: shown(middle.lower),
              median: shown(middle.median),
              upper: shown(middle.upper),
            },
          },
        ]
      }),
    )
  })
}
