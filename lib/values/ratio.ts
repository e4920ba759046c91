/**
 * An exact rational number. `den` is always positive. The fraction is not kept in lowest terms:
 * reducing costs more than every comparison made on it, so it happens only where a number is shown.
 */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** num/den as an exact number; the sign moves to the numerator. A zero denominator is a programmer's error. */
export function ratio(num: bigint, den = 1n): Ratio {
  if (den === 0n) throw new RangeError('a ratio needs a denominator other than zero')
  return den < 0n ? { num: -num, den: -den } : { num, den }
}

export const zero: Ratio = { num: 0n, den: 1n }
export const one: Ratio = { num: 1n, den: 1n }

/** a + b */
export function add(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den }
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den }
}

/** a − b */
export function sub(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return { num: a.num - b.num, den: a.den }
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den }
}

/** a × b */
export function mul(a: Ratio, b: Ratio): Ratio {
  // A share of a total times that total: one division here spares reducing the product when it is written.
  if (b.den !== 1n && a.num % b.den === 0n) return { num: (a.num / b.den) * b.num, den: a.den }
  return { num: a.num * b.num, den: a.den * b.den }
}

/** a ÷ b; b must not be zero. */
export function div(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return ratio(a.num, b.num)
  return ratio(a.num * b.den, a.den * b.num)
}

/** a to a whole, non-negative power. */
export function power(a: Ratio, exponent: number): Ratio {
  if (exponent === 1) return a
  if (exponent === 2) return { num: a.num * a.num, den: a.den * a.den }
  if (exponent === 3) return { num: a.num * a.num * a.num, den: a.den * a.den * a.den }
  const n = BigInt(exponent)
  return { num: a.num ** n, den: a.den ** n }
}

/** The sum of all; zero for none. */
export function sum(terms: readonly Ratio[]): Ratio {
  let total = terms[0] ?? zero
  for (let i = 1; i < terms.length; i++) total = add(total, terms[i] as Ratio)
  return total
}

/** Negative, zero or positive as a is below, equal to or above b: by cross-multiplication, never by division. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.den === b.den ? a.num : a.num * b.den
  const right = a.den === b.den ? b.num : b.num * a.den
  return left < right ? -1 : left > right ? 1 : 0
}

/** a ≥ b */
export function atLeast(a: Ratio, b: Ratio): boolean {
  return compare(a, b) >= 0
}

/** The greater of the two. */
export function max(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b
}

/** a = 0 */
export function isZero(a: Ratio): boolean {
  return a.num === 0n
}

/** The smallest whole number not below a. */
export function ceiling(a: Ratio): bigint {
  const whole = a.num / a.den
  return a.num > 0n && whole * a.den !== a.num ? whole + 1n : whole
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
/** What the machine divides as whole numbers. */
const WORD = 0x7fffffff

/** The greatest common divisor; b is above zero. */
function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y > SAFE) [x, y] = [y, x % y]
  if (y === 0n) return x
  // From here on both fit a floating-point number exactly, and soon a word, where the same steps are many times as fast.
  let p = Number(y)
  let q = Number(x % y)
  while (q > WORD) [p, q] = [q, p % q]
  return BigInt(q === 0 ? p : gcdOfWords(q, p % q))
}

function gcdOfWords(a: number, b: number): number {
  let p = a | 0
  let q = b | 0
  while (q !== 0) {
    const rest = (p % q) | 0
    p = q
    q = rest
  }
  return p
}

/** The same number in lowest terms. */
export function reduce(a: Ratio): Ratio {
  if (a.den === 1n) return a
  const common = gcd(a.num, a.den)
  return common === 1n ? a : { num: a.num / common, den: a.den / common }
}

/** a × b in lowest terms, where both are: what they have in common is taken out before the numbers grow. */
export function mulReduced(a: Ratio, b: Ratio): Ratio {
  const x = gcd(a.num, b.den)
  const y = gcd(b.num, a.den)
  return { num: (a.num / x) * (b.num / y), den: (a.den / y) * (b.den / x) }
}
