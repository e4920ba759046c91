import { reduce, type Ratio } from './ratio'

const FRACTION = /^(-?\d+)\/(\d+)$/

const ZERO = 48
const POINT = 46
const MINUS = 45
/** Digits that a floating-point number holds exactly. */
const SAFE_DIGITS = 15

/** Reads a plain decimal such as `1234.56` exactly; undefined for anything else (signs other than −, spaces, 1e3). */
export function parseDecimal(text: string): Ratio | undefined {
  // By hand rather than by pattern: every figure of every city passes here, and this is several times as fast.
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let point = -1
  let small = 0
  for (let i = first; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit >= 0 && digit <= 9) small = small * 10 + digit
    else if (digit === POINT - ZERO && point < 0 && i > first) point = i
    else return undefined
  }
  if (text.length === first || point === text.length - 1) return undefined
  const places = point < 0 ? 0 : text.length - 1 - point
  if (text.length - first <= SAFE_DIGITS) return { num: BigInt(first ? -small : small), den: scaleOf(places) }
  const digits = BigInt(point < 0 ? text.slice(first) : text.slice(first, point) + text.slice(point + 1))
  return { num: first ? -digits : digits, den: scaleOf(places) }
}

/** Reads what toDecimalString writes: a decimal, or a fraction `a/b`. */
export function parseExact(text: string): Ratio | undefined {
  const plain = parseDecimal(text)
  if (plain) return plain
  const match = FRACTION.exec(text)
  if (!match) return undefined
  const den = BigInt(match[2] as string)
  return den === 0n ? undefined : { num: BigInt(match[1] as string), den }
}

/** Reads a decimal that earlier code has already checked; anything else is a programmer's error. */
export function decimal(text: string): Ratio {
  const value = parseExact(text)
  if (!value) throw new TypeError(`not an exact number: ${text.slice(0, 40)}`)
  return value
}

const scales: bigint[] = [1n]

/** 10 to the power of n, remembered for the small n that figures use. */
function scaleOf(n: number): bigint {
  if (n > 64) return 10n ** BigInt(n)
  for (let i = scales.length; i <= n; i++) scales.push((scales[i - 1] as bigint) * 10n)
  return scales[n] as bigint
}

/** The number exactly: a decimal if it ends, else the reduced fraction `a/b`. No trailing zeros, no exponent. */
export function toDecimalString(value: Ratio): string {
  if (value.den === 1n) return value.num.toString()
  // Most numbers shown end as they are: reducing them first would cost more than writing them.
  return ended(value) ?? reduced(reduce(value))
}

function reduced(value: Ratio): string {
  return ended(value) ?? `${value.num}/${value.den}`
}

/** The decimal of a number whose denominator has no other factors than 2 and 5. */
function ended({ num, den }: Ratio): string | undefined {
  const places = placesOf(den)
  return places === undefined ? undefined : pointed(num * (scaleOf(places) / den), places)
}

/** A whole number with its point moved to the left by so many places, without trailing zeros. */
function pointed(whole: bigint, places: number): string {
  const digits = whole.toString()
  const first = whole < 0n ? 1 : 0
  let end = digits.length
  let left = places
  while (left > 0 && end > first && digits.charCodeAt(end - 1) === ZERO) {
    end--
    left--
  }
  if (end === first) return '0'
  if (left === 0) return digits.slice(0, end)
  const point = end - left
  if (point > first) return `${digits.slice(0, point)}.${digits.slice(point, end)}`
  return `${first ? '-' : ''}0.${digits.slice(first, end).padStart(left, '0')}`
}

/** The places after the point with which this denominator ends; undefined if it has another factor than 2 and 5. */
function placesOf(den: bigint): number | undefined {
  if (den <= SMALL) return PLACES.get(Number(den))
  let twos = 0
  let fives = 0
  let rest = den
  for (; rest % 10n === 0n; rest /= 10n) {
    twos++
    fives++
  }
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}

// Every 2^a · 5^b that a floating-point number holds exactly, with the places its decimals need.
const PLACES: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 54 }, (_, twos) => twos).flatMap((twos) =>
    Array.from({ length: 23 }, (_, fives) => [2 ** twos * 5 ** fives, Math.max(twos, fives)] as const).filter(
      ([den]) => den <= Number.MAX_SAFE_INTEGER,
    ),
  ),
)

const SMALL = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * The number rounded half away from zero to so many places, for showing only: `toFixedString(2/3, 2)` is `0.67`.
 */
export function toFixedString(value: Ratio, places: number): string {
  const scaled = value.num * scaleOf(places) * 2n
  const magnitude = ((scaled < 0n ? -scaled : scaled) + value.den) / (value.den * 2n)
  const sign = value.num < 0n && magnitude > 0n ? '-' : ''
  if (places === 0) return sign + magnitude.toString()
  const digits = magnitude.toString().padStart(places + 1, '0')
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The nearest floating-point number to an exact one: for drawing a chart, never for deciding. */
export function approximate(exact: string): number {
  return Number(toFixedString(decimal(exact), 6))
}
