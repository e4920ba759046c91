import type { ExploreRow } from '@/lib/review/read-explore'

/** The lowest and the highest number shown, for drawing alone. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Where values end on a drawing; with nothing to draw, from nought to one. */
export function rangeOf(rows: readonly ExploreRow[]): Range {
  const values = rows.flatMap((row) => row.values.flatMap((value) => (value === null ? [] : [Number(value)])))
  if (values.length === 0) return { low: 0, high: 1 }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // One number alone stands between two lines, and what cannot be less than nothing has no line below it.
  return low === high ? { low: low < 0 ? low - 1 : Math.max(0, low - 1), high: high + 1 } : { low, high }
}

/** Where a value lies within the range, from 0 to 1. */
export const placeOf = (value: string, { low, high }: Range): number => (Number(value) - low) / (high - low)
