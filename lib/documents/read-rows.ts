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

type FormulaAt = (row: number, column: number) => ReadFormula | null

function* walk(
  rows: Iterable<RowLine>,
  formulas: Iterable<FormulaLine>,
  formats: readonly NumberFormat[],
): Generator<ReadRow> {
  const waiting = formulas[Symbol.iterator]()
  let next = waiting.next()
  // Both come in the order of the cells.
  const formulaAt: FormulaAt = (row, column) => {
    if (next.done === true || next.value[0] !== row || next.value[1] !== column) return null
    const [, , state, text, computed] = next.value
    next = waiting.next()
    return { text, state, computed }
  }
  for (const line of rows) yield rowOf(line, formulaAt, formats)
}

function rowOf(line: RowLine, formulaAt: FormulaAt, formats: readonly NumberFormat[]): ReadRow {
  const number = Number(line[0])
  const cells: ReadCell[] = []
  for (let at = 2; at < line.length; at += 4) {
    const column = Number(line[at])
    const code = String(line[at + 1])
    const text = String(line[at + 2])
    const format = formats[Number(line[at + 3])] ?? GENERAL
    const kind = kindOf(code)
    cells.push({
      address: columnLetters(column) + String(number),
      row: number,
      column,
      kind,
      text,
      shown: kind === 'number' && format.kind === 'padded' ? padded(text, format.digits) : text,
      format,
      formula: formulaAt(number, column),
      doubt: doubtOf(code),
    })
  }
  return { number, isHidden: line[1] === 1, cells }
}

const padded = (text: string, digits: number): string =>
  /^\d+$/.test(text) ? text.padStart(digits, '0') : text

/** The lines in frames of JSON. */
export function* linesOf<Line>(frames: readonly Buffer[]): Generator<Line> {
  for (const frame of frames) {
    for (const line of frame.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Line
  }
}
