import type { Column } from '../workbook'

/** Places of the sheets: cities come after what is of all, notes last. */
export const PLACE = {
  matrix: 0,
  counts: 1,
  common: 2,
  registers: 20,
  cities: 100,
  notes: 1_000_000,
} as const

type Widths = readonly (readonly [header: string, width: number])[]

/** Columns by their heads and widths. */
export const columns = (widths: Widths): Column[] => widths.map(([header, width]) => ({ header, width }))
