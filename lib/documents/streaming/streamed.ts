import type { Cell } from '../cell'
import type { MarkLook } from '../sheet-styles'
import type { Column } from '../workbook'

/** Cells of a row, counted from 0, that lead somewhere. */
export interface StreamedLink {
  readonly from: number
  readonly to: number
  /** A page of the portal, absolute; or a column of another table, which holds what is counted or summed. */
  readonly url: string | StreamedColumn
}

/** A column of a table, counted from 0. */
export interface StreamedColumn {
  readonly key: string
  readonly column: number
}

export interface StreamedRow {
  readonly cells: readonly Cell[]
  readonly links?: readonly StreamedLink[]
}

/** Cells of some columns, counted from 0, that stand out where a formula about them is true: `LEFT({cell},1)="√"`. */
export interface StreamedMark {
  readonly from: number
  readonly to: number
  readonly formula: string
  readonly look: MarkLook
}

/** A bar chart of columns of its own sheet, below the table. */
export interface StreamedChart {
  readonly title: string
  /** The column that names the bars, and how many rows there are bars of; all where nothing is said. */
  readonly names: number
  readonly rows?: number
  /** Each by its column, whose head is its name; colours as `1F5FA8`. A pattern tells it from others without colour. */
  readonly series: readonly {
    readonly column: number
    readonly colour: string
    readonly pattern?: 'wdUpDiag' | 'wdDnDiag' | 'pct50' | 'dkHorz' | 'smGrid'
  }[]
  readonly isStacked: boolean
  readonly format: '#,##0' | '0%'
}

/** A table that is written row by row. In a workbook it is a sheet; in CSV a file; in JSON a list. */
export interface StreamedTable {
  /** What JSON and the file of a CSV call it: no words of a language. */
  readonly key: string
  /** Tables stand in the order of their places, whenever they were announced. */
  readonly place: number
  readonly name: string
  readonly head?: readonly string[]
  readonly columns: readonly Column[]
  readonly frozenColumns?: number
  readonly marks?: readonly StreamedMark[]
  readonly chart?: StreamedChart
  /** How many columns are printed; all where nothing is said. */
  readonly printed?: number
  /** Shows once more what stands in other tables: in workbooks only. */
  readonly isView?: boolean
  /** Is left out while it has no rows. */
  readonly isOptional?: boolean
}

/** What comes one after the other: a table is announced before its rows, of which there may be several lots. */
export type StreamedPiece =
  | { readonly kind: 'table'; readonly table: StreamedTable }
  | { readonly kind: 'rows'; readonly key: string; readonly rows: readonly StreamedRow[] }
  | ({ readonly kind: 'lines'; readonly key: string } & CsvLines)

/** Rows that are CSV already. */
interface CsvLines {
  readonly bytes: Uint8Array
  readonly rows: number
}

/** Workbook; zip of CSV files with a table each; JSON of all tables. */
export type StreamedFormat = 'xlsx' | 'csv' | 'json'

export interface StreamedHead {
  readonly format: StreamedFormat
  readonly title: string
  /** ISO instant as of which the content is known: the only time the file bears. */
  readonly knownAt: string
}

/** Where tables go. */
export interface TableSink {
  begin: (table: StreamedTable) => void
  rows: (key: string, rows: readonly StreamedRow[]) => void
  /** Where CSV is written. */
  lines?: (key: string, lines: CsvLines) => void
  /** Writes the file, once everything has come. */
  end: (path: string) => Promise<void>
}
