import type { IndicatorCode } from '@/lib/notice'
import { compare, decimal, isZero, sub, sum, toDecimalString } from '@/lib/values'
import type { SheetLine } from './score-sheet'

/** What a result is short of its weight, in points. Exact. */
export interface LostPoints {
  readonly indicator: IndicatorCode
  readonly lost: string
}

/**
 * The results that gave fewer points than they weigh, the costliest first; of equal ones the notice's order decides. What is
 * open has cost nothing yet.
 */
export function lostPoints(lines: readonly SheetLine[]): readonly LostPoints[] {
  return lines
    .flatMap(({ indicator, weight, points }) =>
      points === null ? [] : [{ indicator, lost: sub(decimal(weight), decimal(points)) }],
    )
    .filter(({ lost }) => !isZero(lost))
    .toSorted((a, b) => compare(b.lost, a.lost))
    .map(({ indicator, lost }) => ({ indicator, lost: toDecimalString(lost) }))
}

/** What all of them are short of, in points. Exact. */
export const lostTogether = (lost: readonly LostPoints[]): string =>
  toDecimalString(sum(lost.map((each) => decimal(each.lost))))
