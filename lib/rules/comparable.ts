import type { PublishedFigure } from '@/lib/notice'
import {
  atLeast,
  compare,
  decimal,
  div,
  isZero,
  mul,
  ok,
  ratio,
  refuse,
  sub,
  toDecimalString,
} from '@/lib/values'
import type { Result } from '@/lib/values'

/** Why two published figures have no growth between them. */
export type IncomparableCode =
  | 'differentSeries'
  | 'differentUnit'
  | 'differentSpan'
  | 'notConsecutive'
  | 'restatedBase'
  | 'noFigure'
  | 'zeroBase'

export interface Incomparable {
  readonly code: IncomparableCode
  readonly current: string
  readonly previous: string
}

type Comparable = Pick<PublishedFigure, 'series' | 'unit' | 'span' | 'year' | 'value' | 'restatedBase'>

/** The growth from one published figure to the next, in exact per cent; refused where it would not mean anything (R6, R8). */
export function publishedGrowth(current: Comparable, previous: Comparable): Result<string, Incomparable> {
  const no = (code: IncomparableCode, of: 'series' | 'unit' | 'span' | 'year' | 'value') =>
    refuse({ code, current: String(current[of]), previous: String(previous[of]) })
  if (current.series !== previous.series) return no('differentSeries', 'series')
  if (current.unit !== previous.unit) return no('differentUnit', 'unit')
  if (current.span !== previous.span) return no('differentSpan', 'span')
  if (current.year !== previous.year + 1) return no('notConsecutive', 'year')
  if (current.restatedBase) return no('restatedBase', 'value')
  if (current.value === null || previous.value === null) return no('noFigure', 'value')
  const base = decimal(previous.value)
  if (isZero(base)) return no('zeroBase', 'value')
  return ok(toDecimalString(mul(div(sub(decimal(current.value), base), base), ratio(100n))))
}

/**
 * Whether a computed growth agrees with the one printed: within one unit of its last printed place, and within one
 * point where the source itself calls its figure approximate.
 */
export function agreesWithPublished(computed: string, printed: PublishedFigure): boolean {
  if (printed.growth === null) return false
  const places = printed.growth.split('.')[1]?.length ?? 0
  const tolerance = printed.precision === 'rounded' ? ratio(1n) : ratio(1n, 10n ** BigInt(places))
  const difference = sub(decimal(computed), decimal(printed.growth))
  return compare(difference, tolerance) <= 0 && atLeast(difference, mul(tolerance, ratio(-1n)))
}
