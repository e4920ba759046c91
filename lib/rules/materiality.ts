import type { IndicatorCode } from '@/lib/notice'
import { atLeast, compare, decimal, isZero, max, mul, ratio, sub, toDecimalString, zero } from '@/lib/values'

/** A figure before and after a correction; of a count the cumulative one. Null: there was, or is, none. */
export interface CorrectedFigure {
  readonly indicator: IndicatorCode
  readonly part: string
  readonly before: string | null
  readonly after: string | null
}

/** A corrected figure with the comparison that says whether it is material. */
export interface WeighedFigure extends CorrectedFigure {
  /** |after − before| × 100, exactly; null where a side is none or the figure before is zero. */
  readonly left: string | null
  /** threshold × before, exactly. */
  readonly right: string | null
  readonly isMaterial: boolean
}

/** Whether a correction is material, and why. */
export interface Materiality {
  /** The threshold in per cent. */
  readonly percent: string
  readonly figures: readonly WeighedFigure[]
  /** Issued verdicts whose word it changes. */
  readonly changedVerdicts: number
  readonly isMaterial: boolean
}

/**
 * A correction is material if it changes the word of an issued verdict, or a figure by at least `percent` of what it was:
 * |after − before| × 100 ≥ percent × before, in exact numbers. Where there was no figure, or zero, there is no proportion,
 * and any change is material.
 */
export function materialityOf(
  corrected: readonly CorrectedFigure[],
  changedVerdicts: number,
  percent: string,
): Materiality {
  const figures = corrected.map((figure) => weigh(figure, percent))
  return {
    percent,
    figures,
    changedVerdicts,
    isMaterial: changedVerdicts > 0 || figures.some(({ isMaterial }) => isMaterial),
  }
}

function weigh(figure: CorrectedFigure, percent: string): WeighedFigure {
  const { before, after } = figure
  if (before === null || after === null || isZero(decimal(before))) {
    return { ...figure, left: null, right: null, isMaterial: before !== after }
  }
  const [was, is] = [decimal(before), decimal(after)]
  const size = max(sub(is, was), sub(was, is))
  const left = mul(size, ratio(100n))
  const right = mul(decimal(percent), was)
  return {
    ...figure,
    left: toDecimalString(left),
    right: toDecimalString(right),
    isMaterial: compare(size, zero) > 0 && atLeast(left, right),
  }
}
