import { columnLetters, columnOf } from './cell-address'
import { LIMITS } from './limits'

/** A block of cells of the same sheet: rows from 1, columns from 0, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const REFERENCE = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`

// Texts, and what names another sheet or file; then what is left of references.
const ELSEWHERE = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|(?<![\p{L}\p{N}_.[\]])[\p{L}\p{N}_.[\]]+)!${REFERENCE}(?::${REFERENCE})?`,
  'gu',
)
const HERE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$])(${REFERENCE})(?::(${REFERENCE}))?(?![\p{L}\p{N}_.(!])`,
  'gu',
)

/** The blocks of the same sheet that a formula takes from. */
export function referencesOf(formula: string): Area[] {
  return [...formula.replace(ELSEWHERE, ' ').matchAll(HERE)].flatMap(([, from = '', to = from]) => {
    const area = areaOf(from, to)
    return area === null ? [] : [area]
  })
}

/** The block between two cells, in whatever order they are named; null if it lies beyond a sheet. */
export function areaOf(from: string, to: string): Area | null {
  const [one, other] = [place(from), place(to)]
  if (one === null || other === null) return null
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  }
}

export const sizeOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1)

function place(reference: string): { readonly row: number; readonly column: number } | null {
  const plain = reference.replaceAll('$', '')
  const column = columnOf(plain)
  const row = Number(plain.replace(/^[A-Z]+/, ''))
  return column < 0 || row > LIMITS.rows ? null : { row, column }
}

const MOVABLE = new RegExp(
  String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])`,
  'gu',
)

/** A formula as it reads so many rows lower and columns further right: how cells share one. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    MOVABLE,
    (all, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return all
      const column = fixedColumn === '$' ? columnOf(letters) : columnOf(letters) + columns
      const row = fixedRow === '$' ? Number(digits) : Number(digits) + rows
      if (column < 0 || column >= LIMITS.columns || row < 1 || row > LIMITS.rows) return '#REF!'
      return `${fixedColumn ?? ''}${columnLetters(column)}${fixedRow ?? ''}${row}`
    },
  )
}
