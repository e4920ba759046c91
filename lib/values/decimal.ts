import { reduce, type Ratio } from './ratio'

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/
const FRACTION = /^(-?\d+)\/(\d+)$/

/** Reads a plain decimal such as `1234.56` exactly; undefined for anything else (signs other than −, spaces, 1e3). */
export function parseDecimal(text: string): Ratio | undefined {
  const match = PLAIN.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', part = ''] = match
  const digits = BigInt(whole + part)
  return { num: sign ? -digits : digits, den: scaleOf(part.length) }
}

/** Reads what toDecimalString writes: a decimal, or a fraction `a/b`. */
export function parseExact(text: string): Ratio | undefined {
  const match = FRACTION.exec(text)
  if (!match) return parseDecimal(text)
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
  const { num, den } = reduce(value)
  if (den === 1n) return num.toString()
  let twos = 0
  let fives = 0
  let rest = den
  while (rest % 2n === 0n) {
    rest /= 2n
    twos++
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives++
  }
  if (rest !== 1n) return `${num}/${den}`
  const places = Math.max(twos, fives)
  const digits = ((num < 0n ? -num : num) * (scaleOf(places) / den)).toString().padStart(places + 1, '0')
  return `${num < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

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
