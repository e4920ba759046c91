/** The lines a path chart can have. */
export type PathLineName = 'actual' | 'required' | 'floor' | 'target' | 'projection' | 'pending'

/** A row of a path chart, all words finished. */
export interface PathChartRow {
  readonly at: number
  /** The quarter in words; null for rows that only begin or break a line. */
  readonly period: string | null
  readonly actual: number | null
  readonly required: number | null
  readonly floor: number | null
  readonly target: number | null
  readonly projection: number | null
  readonly pending: number | null
  /** The figure of this quarter was corrected after it was accepted. */
  readonly isRestated: boolean
  /** The exact numbers in words, for whoever points at a quarter. */
  readonly said: Readonly<Partial<Record<PathLineName, string>>>
  /** Written beside the point, so that the chart can be read without pointing. */
  readonly marks: Readonly<Partial<Record<PathLineName, string>>>
}

export interface PathChartData {
  readonly label: string
  readonly rows: readonly PathChartRow[]
  readonly lines: Readonly<Partial<Record<PathLineName, string>>>
  /** What the sign of a corrected figure means; null where there is none. */
  readonly restated: string | null
  readonly quarters: readonly { readonly at: number; readonly label: string; readonly short: string }[]
  readonly years: readonly { readonly at: number; readonly label: string }[]
  /** Where one year ends and the next begins. */
  readonly bounds: readonly number[]
  readonly judged: { readonly at: number; readonly label: string } | null
  readonly most: number
  /** Things are counted: the axis shows no parts of one. */
  readonly isWhole: boolean
}
