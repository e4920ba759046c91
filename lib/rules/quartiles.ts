import { add, compare, mul, ratio, sub, type Ratio } from '@/lib/values'

/** The middle of a group and where its middle half lies, exactly. */
export interface Quartiles {
  readonly lower: Ratio
  readonly median: Ratio
  readonly upper: Ratio
}

/** Fewer than this many are no group: their quartiles would name single members. */
const SMALLEST = 3

/** Median and quartiles, interpolated linearly between neighbours; null for fewer than three values. */
export function quartiles(values: readonly Ratio[]): Quartiles | null {
  if (values.length < SMALLEST) return null
  const sorted = values.toSorted(compare)
  return { lower: at(sorted, 1), median: at(sorted, 2), upper: at(sorted, 3) }
}

/** The value a number of quarters of the way from the first to the last. */
function at(sorted: readonly Ratio[], quarters: number): Ratio {
  const place = (sorted.length - 1) * quarters
  const low = sorted[Math.floor(place / 4)] as Ratio
  const high = sorted[Math.floor(place / 4) + 1] ?? low
  return add(low, mul(sub(high, low), ratio(BigInt(place % 4), 4n)))
}
