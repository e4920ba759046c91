import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { compare, decimal, ratio, sub, toDecimalString } from '@/lib/values'
import type { VerdictCode } from './types'

/** Money beside results (双监控), both as exact shares of one. */
export interface DualStanding {
  /** Central money spent ÷ received; null where none was received. */
  readonly spent: string | null
  /** Of the results that figures decide, those met or on pace ÷ all eleven. */
  readonly achieved: string
  readonly onTrack: number
  readonly results: number
  /** Spent − achieved; null where nothing was received. */
  readonly gap: string | null
}

/** Places the spending of a city beside its results. What is missing or not computable is not achieved. */
export function dualStanding(
  rate: string | null,
  verdicts: readonly { readonly indicator: IndicatorCode; readonly code: VerdictCode }[],
): DualStanding {
  const numeric = new Set<IndicatorCode>(numericIndicators.map(({ code }) => code))
  const onTrack = verdicts.filter(
    ({ indicator, code }) => numeric.has(indicator) && (code === 'met' || code === 'onPace'),
  ).length
  const results = numericIndicators.length
  const achieved = ratio(BigInt(onTrack), BigInt(results))
  return {
    spent: rate,
    achieved: toDecimalString(achieved),
    onTrack,
    results,
    gap: rate === null ? null : toDecimalString(sub(decimal(rate), achieved)),
  }
}

/** Puts first where spending is furthest ahead of results; cities without money last, their order kept. */
export function byGap(a: Pick<DualStanding, 'gap'>, b: Pick<DualStanding, 'gap'>): number {
  if (a.gap === null || b.gap === null) return Number(a.gap === null) - Number(b.gap === null)
  return compare(decimal(b.gap), decimal(a.gap))
}
