import { atLeast, ok, one, parseDecimal, ratio, refuse, type Result } from '@/lib/values'

/**
 * How far a figure may lie from the city's own history before it must be explained, as exact decimals above 1. jump: so many
 * times the greatest quarter so far, or that small a part of the smallest; unitSlip: a figure within so many times of 10^4 or
 * 10^8 times the usual is taken for another unit.
 */
export interface CheckBounds {
  readonly jump: string
  readonly unitSlip: string
}

/** The bounds that hold until a decision sets others. Published single quarters grew by more than 400 %: jumps can be real. */
export const usualBounds: CheckBounds = { jump: '3', unitSlip: '5' }

/** The greatest each bound may be: beyond 100 the windows of 10^4 and 10^8 would meet. */
const GREATEST: Readonly<Record<keyof CheckBounds, bigint>> = { jump: 1000n, unitSlip: 100n }

/** Whether a check has a bound. */
export function hasBound(check: string): check is keyof CheckBounds {
  return check in GREATEST
}

/** Reads a bound: more than 1, and less than the greatest it may be, which a refusal names. */
export function checkBound(
  check: keyof CheckBounds,
  text: string,
): Result<string, { readonly got: string; readonly below: string }> {
  const greatest = ratio(GREATEST[check])
  const bound = parseDecimal(text)
  return bound && !atLeast(one, bound) && !atLeast(bound, greatest)
    ? ok(text)
    : refuse({ got: text, below: String(greatest.num) })
}
