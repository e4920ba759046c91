import type { Fault } from './evaluate-csv'

/** Which field stands for the column at a place of the header. */
type Match = (at: number) => number | undefined

/** Of a line longer than this nobody can tell which of its fields are the surplus ones. */
const MOST_FIELDS = 8

/**
 * The faults of a line that has too few fields or too many: those of the way to match fields with columns, in their order,
 * that leaves the fewest; of several such ways the one in which the end of the line is missing or surplus.
 */
export function likeliestMatch(
  fields: number,
  columns: number,
  faultsOf: (match: Match) => readonly Fault[],
): readonly Fault[] {
  if (Math.max(fields, columns) > MOST_FIELDS) return []
  const isShort = fields < columns
  let best: readonly Fault[] | null = null
  for (const chosen of choices(Math.min(fields, columns), Math.max(fields, columns))) {
    const faults = faultsOf((at) => (isShort ? placeOf(chosen, at) : chosen[at]))
    if (best === null || faults.length < best.length) best = faults
  }
  return best ?? []
}

function placeOf(chosen: readonly number[], at: number): number | undefined {
  const place = chosen.indexOf(at)
  return place < 0 ? undefined : place
}

/** Every way to choose `count` of 0 … `of` − 1 in ascending order; those that choose from the left come first. */
function choices(count: number, of: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  const starts = Array.from({ length: of - from - count + 1 }, (_, i) => from + i)
  return starts.flatMap((start) => choices(count - 1, of, start + 1).map((rest) => [start, ...rest]))
}
