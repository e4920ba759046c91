/** The middle one of some measures; of an even number the higher of the two in the middle. NaN of none. */
export const median = (measures: readonly number[]): number =>
  measures.toSorted((a, b) => a - b)[measures.length >> 1] ?? Number.NaN
