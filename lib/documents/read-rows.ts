import type { ReadCell, ReadFormula, ReadRow } from './read-table'
import { columnLetters } from './tables/cell-address'
import { doubtOf, kindOf } from './tables/coded-cell'
import { GENERAL, type NumberFormat } from './tables/number-format'
import type { FormulaLine, RowLine } from './tables/table-sink'

/** The rows of a table from the lines in which they came; made one by one, as often as they are asked for. */
export function readRows(
  rows: () => Iterable<RowLine>,
  formulas: () => Iterable<FormulaLine>,
  formats: readonly NumberFormat[],
): Iterable<ReadRow> {
  return { [Symbol.iterator]: () => walk(rows(), formulas(), formats) }
}

function* walk(
  rows: Iterable<RowLine>,
  formulas: Iterable<FormulaLine>,
  formats: readonly NumberFormat[],
): Generator<ReadRow> {
  const waiting = formulas[Symbol.iterator]()
  let next = waiting.next()
  for (const line of rows) {
    const own: FormulaLine[] = []
    // Both come in the order of the cells.
    for (; next.done !== true && next.value[0] === line[0]; next = waiting.next()) own.push(next.value)
    yield readRow(line, own, formats)
  }
}

/** One row of the line in which it came, and of its formulas. */
export const readRow = (
  line: RowLine,
  formulas: readonly FormulaLine[],
  formats: readonly NumberFormat[],
): ReadRow => new LineRow(line, formulas, formats)

/** A row that makes its cells of its line when somebody asks for them. */
class LineRow implements ReadRow {
  private made: readonly ReadCell[] | null = null

  constructor(
    private readonly line: RowLine,
    private readonly formulas: readonly FormulaLine[],
    private readonly formats: readonly NumberFormat[],
  ) {}

  get number(): number {
    return Number(this.line[0])
  }

  get isHidden(): boolean {
    return this.line[1] === 1
  }

  get cells(): readonly ReadCell[] {
    if (this.made !== null) return this.made
    const cells: ReadCell[] = []
    for (let place = FIRST; place < this.line.length; place += PLACES) cells.push(this.cell(place))
    return (this.made = cells)
  }

  get begins(): string {
    return columnLetters(Number(this.line[FIRST])) + String(this.number)
  }

  at(column: number): ReadCell | undefined {
    for (let place = FIRST; place < this.line.length; place += PLACES)
      if (this.line[place] === column) return this.cell(place)
    return undefined
  }

  private cell(place: number): ReadCell {
    const { line, number: row } = this
    const column = Number(line[place])
    const code = String(line[place + 1])
    const text = String(line[place + 2])
    const format = this.formats[Number(line[place + 3])] ?? GENERAL
    const kind = kindOf(code)
    return {
      address: columnLetters(column) + String(row),
      row,
      column,
      kind,
      text,
      shown: kind === 'number' && format.kind === 'padded' ? padded(text, format.digits) : text,
      format,
      formula: this.formulas.length === 0 ? null : formulaOf(this.formulas, column),
      doubt: doubtOf(code),
    }
  }
}

// Of a line: the row's number and whether it is hidden, then the places of its cells.
const FIRST = 2
const PLACES = 4

function formulaOf(formulas: readonly FormulaLine[], column: number): ReadFormula | null {
  const found = formulas.find((formula) => formula[1] === column)
  if (found === undefined) return null
  const [, , state, text, computed] = found
  return { text, state, computed }
}

const padded = (text: string, digits: number): string =>
  /^\d+$/.test(text) ? text.padStart(digits, '0') : text

/** The lines in frames of JSON. */
export function* linesOf<Line>(frames: readonly Buffer[]): Generator<Line> {
  for (const frame of frames) {
    for (const line of frame.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Line
  }
}
