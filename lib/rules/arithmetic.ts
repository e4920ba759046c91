import {
  add,
  atLeast,
  ceiling,
  div,
  max,
  mul,
  mulReduced,
  one,
  power,
  ratio,
  reduce,
  sub,
  zero,
  type Ratio,
} from '@/lib/values'
import type { Operation } from './types'

interface Valued {
  readonly ratio: Ratio
}

/** Does one of the operations a formula is made of, exactly. The comparison answers 1 or 0. */
export function compute(operation: Operation, operands: readonly Valued[]): Ratio {
  const a = (operands[0] as Valued).ratio
  const b = operands[1]?.ratio ?? one
  const c = operands[2]?.ratio ?? one
  switch (operation) {
    case 'take':
      return a
    case 'sum':
      return sumOf(operands)
    case 'difference':
      return sub(a, b)
    case 'product':
      return mul(a, b)
    case 'quotient':
      return div(a, b)
    case 'power':
      return power(a, Number(b.num))
    case 'percentFactor':
      return add(one, div(a, ratio(100n)))
    case 'linearFactor':
      return linearFactor(a, b, c)
    case 'atLeast':
      return atLeast(a, b) ? one : zero
    case 'shortfall':
      return max(sub(a, b), zero)
    case 'wholeQuarters':
      return ratio(ceiling(div(a, b)))
    case 'latestStart':
      return sub(add(a, one), b)
    case 'proportion':
      return reduce(div(mul(a, b), c))
    case 'grown':
      return grown(a, b, Number(c.num))
    case 'continued':
      return add(a, mul(b, c))
  }
}

/** The sum of all terms, of which there is at least one. */
export function sumOf(terms: readonly Valued[]): Ratio {
  let total = (terms[0] as Valued).ratio
  for (let i = 1; i < terms.length; i++) total = add(total, (terms[i] as Valued).ratio)
  return total
}

/** a · b^n. These fractions have long terms: kept in lowest terms, they stay short enough to be quick. */
function grown(a: Ratio, b: Ratio, n: number): Ratio {
  const factor = reduce(b)
  let value = reduce(a)
  for (let i = 0; i < n; i++) value = mulReduced(value, factor)
  return value
}

/** The straight path from 1 in the base year to factor^intervals at the end, in year k. */
function linearFactor(factor: Ratio, intervals: Ratio, k: Ratio): Ratio {
  const rise = sub(power(factor, Number(intervals.num)), one)
  return add(one, div(mul(rise, k), intervals))
}
