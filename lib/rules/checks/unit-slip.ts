import { indicator, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  compare,
  decimal,
  div,
  isWholeUnit,
  isZero,
  mul,
  ratio,
  toDecimalString,
  type Ratio,
} from '@/lib/values'
import type { CheckBounds } from './bounds'
import { cellOf, earlierFigures, figureIn } from './known'
import type { CheckedReport, Found } from './types'

/** Quarters of its own that a result must have before its history says anything. */
export const ENOUGH_HISTORY = 3

// 元 for 万元 and 万元 for 亿元 are factors of 10^4, 元 for 亿元 is 10^8; a slip is recognised within a window around either.
const FACTORS = [10_000n, 100_000_000n] as const

/** An amount some 10^4 or 10^8 times what this city usually reports, or that small a part of it: 元, 万元 and 亿元 mixed up. */
export function unitSlip(report: CheckedReport, bounds: CheckBounds): readonly Found[] {
  return numericIndicators.flatMap(({ code }) => slipOf(report, code, bounds) ?? [])
}

/** The slip in one result; null where there is none, and for whatever is not money. */
export function slipOf(report: CheckedReport, code: IndicatorCode, bounds: CheckBounds): Found | null {
  if (isWholeUnit(indicator(code).unit)) return null
  const figure = figureIn(cellOf(report, code))
  const usual = medianOf(earlierFigures(report, code).map(({ value }) => value))
  if (!figure || isZero(figure) || !usual || isZero(usual)) return null
  const within = decimal(bounds.unitSlip)
  for (const factor of FACTORS) {
    const times = near(figure, mul(usual, ratio(factor)), within)
      ? `${factor}`
      : near(mul(figure, ratio(factor)), usual, within)
        ? `1/${factor}`
        : null
    if (times === null) continue
    return {
      indicator: code,
      part: '',
      expected: { usual: toDecimalString(usual) },
      received: { value: toDecimalString(figure), factor: times },
      next: 'checkUnit',
    }
  }
  return null
}

function near(a: Ratio, b: Ratio, within: Ratio): boolean {
  return compare(a, mul(b, within)) <= 0 && compare(a, div(b, within)) >= 0
}

/** The middle value (the lower of two); undefined where there is too little history. */
function medianOf(values: readonly Ratio[]): Ratio | undefined {
  if (values.length < ENOUGH_HISTORY) return undefined
  return [...values].sort(compare)[Math.floor((values.length - 1) / 2)]
}
