import { compare, mul, ratio, type Ratio } from '@/lib/values'
import { quartiles } from './quartiles'

/** Fewer cities than this are no crowd: nothing is said of them, nor of a change that fewer made. */
const SMALLEST_CROWD = 5

/** Bounds are whole multiples of so many per cent, so that none of them is the figure of a city. */
const STEP = 5n

/** Where the middle half of a group of cities lies, in per cent of what is required, coarse. */
export interface Band {
  readonly cities: number
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/**
 * The band of the shares of several cities: bounds moved outwards and the median to the nearest step. Null for fewer than
 * five, and where the middle half is all the same: that would say of each of them what it has.
 */
export function anonymousBand(shares: readonly Ratio[]): Band | null {
  if (shares.length < SMALLEST_CROWD) return null
  const found = quartiles(shares)
  if (found === null || compare(found.lower, found.upper) === 0) return null
  const lower = steps(found.lower, 0n)
  const upper = steps(found.upper, 1n)
  return { cities: shares.length, lower, median: nearest(found.median), upper }
}

/**
 * Whether a band may be told anew: the first of five cities, a later one only once at least five of them are otherwise than
 * behind the last. Whoever compares two bands, or knows the day of an acceptance, thus learns of no fewer than five.
 */
export function mayTell(
  last: Readonly<Record<string, string>> | null,
  now: Readonly<Record<string, string>>,
): boolean {
  const all = new Set([...Object.keys(last ?? {}), ...Object.keys(now)])
  const changed = [...all].filter((city) => last?.[city] !== now[city])
  return Object.keys(now).length >= SMALLEST_CROWD && changed.length >= SMALLEST_CROWD
}

/** Where a share lies beside a band, its bounds within. */
export function placeBeside(share: Ratio, { lower, upper }: Band): 'below' | 'within' | 'above' {
  const percent = mul(share, ratio(100n))
  if (compare(percent, ratio(BigInt(lower))) < 0) return 'below'
  return compare(percent, ratio(BigInt(upper))) > 0 ? 'above' : 'within'
}

/** Whole steps in per cent below a share of nought or more; `more` of them added where it lies between two. */
function steps({ num, den }: Ratio, more: 0n | 1n): number {
  const [percent, step] = [num * 100n, den * STEP]
  const whole = percent / step
  return Number((percent % step === 0n ? whole : whole + more) * STEP)
}

/** The nearest step; halfway the higher. */
function nearest({ num, den }: Ratio): number {
  return Number(((num * 200n + den * STEP) / (den * STEP * 2n)) * STEP)
}
