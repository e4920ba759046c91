const EXACT = /^(-?)(\d+)(?:\.(\d+)|\/([1-9]\d*))?$/

/**
 * An exact fraction in lowest terms. Deliberately not the Ratio of lib/values: what checks the rules must not share a
 * fault with them.
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n)
  static readonly one = new Fraction(1n, 1n)

  private constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {}

  static of(top: bigint | number, bottom: bigint | number = 1n): Fraction {
    const over = BigInt(top)
    const under = BigInt(bottom)
    if (under === 0n) throw new RangeError('a fraction has no zero below its line')
    let [a, b] = [over, under]
    while (b !== 0n) [a, b] = [b, a % b]
    const divisor = a < 0n === under < 0n ? a : -a
    return new Fraction(over / divisor, under / divisor)
  }

  /** Reads a decimal or a fraction `a/b`; undefined for anything else. */
  static read(text: string): Fraction | undefined {
    const match = EXACT.exec(text)
    if (!match) return undefined
    const [, minus, whole = '', decimals = '', under] = match
    const bottom = under === undefined ? 10n ** BigInt(decimals.length) : BigInt(under)
    const top = BigInt(whole + decimals)
    return Fraction.of(minus === '-' ? -top : top, bottom)
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom)
  }

  minus(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom)
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.top * other.top, this.bottom * other.bottom)
  }

  over(other: Fraction): Fraction {
    return Fraction.of(this.top * other.bottom, this.bottom * other.top)
  }

  /** Multiplied with itself so many times. */
  raised(times: number): Fraction {
    // Powers of numbers without a common divisor have none.
    return new Fraction(this.top ** BigInt(times), this.bottom ** BigInt(times))
  }

  /** The smallest whole number that is not less. */
  roundedUp(): Fraction {
    const down = this.top / this.bottom
    return Fraction.of(down * this.bottom < this.top ? down + 1n : down)
  }

  reaches(other: Fraction): boolean {
    return this.top * other.bottom >= other.top * this.bottom
  }

  equals(other: Fraction): boolean {
    return this.top === other.top && this.bottom === other.bottom
  }

  get isZero(): boolean {
    return this.top === 0n
  }

  /** A decimal if it ends, else `a/b`. */
  toString(): string {
    let rest = this.bottom
    let places = 0
    for (const factor of [10n, 5n, 2n]) {
      for (; rest % factor === 0n; rest /= factor) places++
    }
    if (rest !== 1n) return `${this.top}/${this.bottom}`
    if (places === 0) return `${this.top}`
    const scaled = (this.top * 10n ** BigInt(places)) / this.bottom
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
    return `${this.top < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
  }
}
