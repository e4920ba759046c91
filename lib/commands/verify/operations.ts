import type { Operation } from '@/lib/rules'
import { Fraction } from './fraction'

// No span of a programme is longer; an exponent beyond it is a forgery that would only cost time.
const LONGEST_SPAN = 9999

/** How many numbers each operation takes; null for any number of them. */
const TAKES: Readonly<Record<Operation, number | null>> = {
  take: 1,
  sum: null,
  difference: 2,
  product: 2,
  quotient: 2,
  power: 2,
  percentFactor: 1,
  linearFactor: 3,
  atLeast: 2,
  shortfall: 2,
  wholeQuarters: 2,
  latestStart: 2,
  proportion: 3,
  grown: 3,
  continued: 3,
}

/**
 * The exact result of an operation of a step; of atLeast whether it holds. Undefined where the operation has no result:
 * the wrong number of operands, a division by zero, a power that is not a whole number of years.
 */
export function operate(operation: Operation, operands: readonly Fraction[]): Fraction | boolean | undefined {
  const takes = TAKES[operation]
  if (takes !== null && operands.length !== takes) return undefined
  const [a = Fraction.zero, b = Fraction.one, c = Fraction.zero] = operands
  switch (operation) {
    case 'take':
      return a
    case 'sum':
      return operands.reduce((total, each) => total.plus(each), Fraction.zero)
    case 'difference':
      return a.minus(b)
    case 'product':
      return a.times(b)
    case 'quotient':
      return b.isZero ? undefined : a.over(b)
    case 'power':
      return isYears(b) ? a.raised(Number(b.top)) : undefined
    case 'percentFactor':
      return Fraction.one.plus(a.over(Fraction.of(100n)))
    case 'linearFactor':
      return isYears(b) && !b.isZero ? straight(a, b, c) : undefined
    case 'atLeast':
      return a.reaches(b)
    case 'shortfall':
      return a.reaches(b) ? a.minus(b) : Fraction.zero
    case 'wholeQuarters':
      return b.isZero ? undefined : a.over(b).roundedUp()
    case 'latestStart':
      return a.plus(Fraction.one).minus(b)
    case 'proportion':
      return c.isZero ? undefined : a.times(b).over(c)
    case 'grown':
      return isYears(c) ? a.times(b.raised(Number(c.top))) : undefined
    case 'continued':
      return a.plus(b.times(c))
  }
}

/** 1 + (a^b − 1) · c / b */
function straight(a: Fraction, b: Fraction, c: Fraction): Fraction {
  return Fraction.one.plus(a.raised(Number(b.top)).minus(Fraction.one).times(c).over(b))
}

function isYears(value: Fraction): boolean {
  return value.bottom === 1n && value.top >= 0n && value.top <= BigInt(LONGEST_SPAN)
}
