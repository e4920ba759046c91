import type { NumberFormat } from './tables/number-format'

/** How far a formula's stored result can be believed; the file's word is never taken silently. */
export type FormulaState =
  /** A sum of cells of the same sheet, worked out again: it is what they make. */
  | 'verified'
  /** A sum of cells of the same sheet, worked out again: it is not what they make. */
  | 'contradicted'
  /** It leads back to itself. */
  | 'cyclic'
  /** It takes from another file. */
  | 'external'
  /** The file holds no result: it was never calculated. */
  | 'valueless'
  /** Anything else: whoever uploads it confirms the result. */
  | 'unverified'

export interface ReadFormula {
  /** As stored, without the equals sign. */
  readonly text: string
  readonly state: FormulaState
  /** What the cells make, where that contradicts what is stored. */
  readonly computed: string | null
}

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'blank'

export type CellDoubt =
  /** A number of 16 or more digits, given as text: Excel keeps 15, the others are lost or made up. */
  | 'digitsLost'
  /** A date that never was (29 February 1900) or lies beyond what a sheet can count. */
  | 'noSuchDay'

/** A cell that says something. */
export interface ReadCell {
  /** `B7`. */
  readonly address: string
  /** From 1, as people count them. */
  readonly row: number
  /** From 0. */
  readonly column: number
  readonly kind: CellKind
  /**
   * Text as stored; a number as an exact decimal of at most 15 significant digits (what a spreadsheet keeps) without exponent;
   * a date `2022-09-30`, `2022-09-30T14:05:00` or, with a time alone, `14:05:00`, in no time zone; `true` or `false`; an error
   * such as `#DIV/0!`; nothing in a blank cell, which is reported only when it holds a formula.
   */
  readonly text: string
  /** What the cell shows where its format adds leading noughts (`001234`); else the same as `text`. */
  readonly shown: string
  readonly format: NumberFormat
  readonly formula: ReadFormula | null
  readonly doubt: CellDoubt | null
}

export interface ReadRow {
  /** From 1. */
  readonly number: number
  readonly isHidden: boolean
  /** Only those that say something, from left to right; made once they are asked for. */
  readonly cells: readonly ReadCell[]
  /** The address of the first of them, `B7`. */
  readonly begins: string
  /** The cell in a column, from 0, where it says something: of a long table not all cells need be made for that. */
  readonly at: (column: number) => ReadCell | undefined
}

/** One sheet, or the one table of a CSV file. */
export interface ReadTable {
  /** The sheet's name; the file's name without ending for CSV. */
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** How many rows say something. */
  readonly rowCount: number
  readonly cellCount: number
  /** Only rows that say something, from top to bottom; made as they are asked for, so a long table is walked, not held. */
  readonly rows: Iterable<ReadRow>
  /** `A1:C1`. */
  readonly merges: readonly string[]
  /** Hidden columns, from 0. */
  readonly hiddenColumns: readonly number[]
}

export type ReadWarning =
  /** The file takes figures from other files. */
  | 'externalLinks'
  /** Sheets that nobody sees in a spreadsheet program. */
  | 'hiddenSheets'
  /** CSV whose encoding had to be told by its looks. */
  | 'encodingGuessed'

/** Everything an uploaded file says. */
export interface ReadTables {
  readonly source:
    | { readonly kind: 'xlsx'; readonly date1904: boolean }
    | { readonly kind: 'csv'; readonly encoding: 'utf-8' | 'utf-16' | 'gb18030'; readonly separator: string }
  readonly tables: readonly ReadTable[]
  /** Document properties: the custom ones by their names, the program that wrote it as `Application` */
  readonly properties: ReadonlyMap<string, string>
  /** Defined names of the workbook, `Name` to `Sheet!$A$1`. */
  readonly names: ReadonlyMap<string, string>
  readonly warnings: readonly ReadWarning[]
}
