import type { FormulaState, ReadTable, ReadTables } from '../read-table'
import type { NumberFormat } from './number-format'

/** What is said of a table before its rows, and after them. */
export interface TableHead {
  readonly name: string
  readonly visibility: ReadTable['visibility']
}

export interface TableTail {
  readonly rowCount: number
  readonly cellCount: number
  readonly merges: readonly string[]
  readonly hiddenColumns: readonly number[]
}

/** What is said of the whole file, after its tables. */
export interface BookTail {
  readonly source: ReadTables['source']
  readonly formats: readonly NumberFormat[]
  readonly properties: readonly (readonly [string, string])[]
  readonly names: readonly (readonly [string, string])[]
  readonly warnings: ReadTables['warnings']
}

/**
 * A row as it is handed on: its number, 1 if it is hidden, then four places for each cell: column, kind and doubt, text, format.
 * Short, because there may be two million of them.
 */
export type RowLine = readonly (number | string)[]

/** A formula as it is handed on, in the order of the cells. */
export type FormulaLine = readonly [
  row: number,
  column: number,
  state: FormulaState,
  text: string,
  computed: string | null,
]

/** Where a reader puts what it reads. Nothing of it counts before `end`. */
export interface TableSink {
  /** @param formats what the last place of each cell of its rows points into */
  readonly begin: (head: TableHead, formats: readonly NumberFormat[]) => void
  /** @param hasFormula whether formulas of this row come once its table is read */
  readonly row: (line: RowLine, hasFormula: boolean) => void
  readonly formula: (line: FormulaLine) => void
  readonly endTable: (tail: TableTail) => void
  readonly end: (tail: BookTail) => void
  /** Hands on what has gathered, and waits while the other side is slower. */
  readonly pause: () => Promise<void>
}
