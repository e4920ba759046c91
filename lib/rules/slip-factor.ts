import { compare, div, mul, ratio, type Ratio } from '@/lib/values'

/** Quarters of its own that a result must have before its history says anything. */
export const ENOUGH_HISTORY = 3

// 元 for 万元 and 万元 for 亿元 are factors of 10^4, 元 for 亿元 is 10^8; a slip is recognised within a window around either.
const FACTORS = [10_000n, 100_000_000n] as const

/**
 * How many times too much a figure seems to be against what is usual, when units were mixed up: `10000`, `1/100000000`;
 * null where it looks like no slip. Neither may be zero.
 * @param within how many times off the factor still counts
 */
export function slipFactor(figure: Ratio, usual: Ratio, within: Ratio): string | null {
  for (const factor of FACTORS) {
    if (near(figure, mul(usual, ratio(factor)), within)) return `${factor}`
    if (near(mul(figure, ratio(factor)), usual, within)) return `1/${factor}`
  }
  return null
}

function near(a: Ratio, b: Ratio, within: Ratio): boolean {
  return compare(a, mul(b, within)) <= 0 && compare(a, div(b, within)) >= 0
}

/** What is usual: the middle value (the lower of two); undefined where there is too little history. */
export function usualOf(values: readonly Ratio[]): Ratio | undefined {
  if (values.length < ENOUGH_HISTORY) return undefined
  return [...values].sort(compare)[Math.floor((values.length - 1) / 2)]
}
