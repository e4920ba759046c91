import { columnLetters, columnOf } from './cell-address'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
import { quickRows } from './quick-rows'
import { tooBig } from './string-table'
import { readXml, type Attributes } from './xml-part'
import { damaged, type ZipParts } from './zip-parts'

/** A formula as a cell holds it; of a shared one, all but the first cell hold only its number. */
export interface StoredFormula {
  readonly text: string
  readonly shared: string | null
}

/** A cell as it stands in the file. */
export interface StoredCell {
  /** From 1. */
  readonly row: number
  /** From 0. */
  readonly column: number
  /** ECMA-376 18.18.11: `s`, `str`, `inlineStr`, `b`, `e`, `d`, `n`. */
  readonly type: string
  readonly style: number
  readonly value: string
  readonly formula: StoredFormula | null
}

export interface SheetHandlers {
  readonly cell: (cell: StoredCell) => void
  /** The cells of a row have all been given. */
  readonly row?: (row: number, isHidden: boolean) => void
  readonly hiddenColumns?: (first: number, last: number) => void
  readonly merge?: (area: string) => void
  readonly pause?: () => Promise<void>
}

const isTrue = (attribute: string | undefined): boolean => attribute === '1' || attribute === 'true'

/** Walks the cells of a sheet that hold something, in the order in which they stand in it. @throws Refusal */
export function sheetCells(
  zip: ZipParts,
  part: string,
  { cell: give, row: rowDone, hiddenColumns, merge, pause }: SheetHandlers,
  deadline: Deadline,
): Promise<void> {
  let row = 0
  let isHidden = false
  let column = -1
  let inData = false
  let inRow = false
  // The cell that is open, and what the text that comes belongs to: its value, its formula, nothing.
  let open: { type: string; style: number } | null = null
  let value = ''
  let formula: StoredFormula | null = null
  let taking: 'v' | 'f' | null = null
  let phonetic = 0

  const beginRow = (next: number, hidden: boolean): void => {
    if (!Number.isInteger(next) || next <= row) throw damaged(part)
    if (next > LIMITS.rows) throw tooBig('rows', LIMITS.rows)
    row = next
    isHidden = hidden
    column = -1
    inRow = true
  }
  const endRow = (): void => {
    inRow = false
    rowDone?.(row, isHidden)
  }
  const place = (next: number): void => {
    if (next < 0 || next >= LIMITS.columns) throw tooBig('columns', LIMITS.columns)
    // Two cells in one place can be read in two ways.
    if (next <= column) throw damaged(part)
    column = next
  }
  const beginCell = ({ r, t = 'n', s }: Attributes): void => {
    const next = r === undefined ? column + 1 : columnOf(r)
    place(next)
    // So can one that belongs to another row.
    if (r !== undefined && r !== columnLetters(next) + String(row)) throw damaged(part)
    open = { type: t, style: s === undefined ? 0 : Number(s) || 0 }
    value = ''
    formula = null
  }
  const endCell = (): void => {
    if (open !== null && (value !== '' || formula !== null)) give({ row, column, ...open, value, formula })
    open = null
  }
  const checkLength = (text: string, limit: number): void => {
    if (text.length > limit) throw tooBig('cellText', limit)
  }

  const lane = quickRows({
    isOpen: () => inData && !inRow,
    beginRow,
    endRow,
    cell: (letters, at, style, type, stored, storedFormula) => {
      place(columnOf(letters))
      if (at !== row) throw damaged(part)
      checkLength(stored, LIMITS.cellText)
      if (storedFormula !== null) checkLength(storedFormula.text, LIMITS.formulaText)
      if (stored !== '' || storedFormula !== null)
        give({ row, column, type, style, value: stored, formula: storedFormula })
    },
  })

  return readXml(
    zip,
    part,
    'worksheet',
    {
      open: (name, attributes) => {
        if (open !== null) {
          if (name === 'v') taking = 'v'
          else if (name === 't') taking = phonetic === 0 ? 'v' : null
          else if (name === 'f') {
            const { t, si = '' } = attributes
            formula = { text: '', shared: t === 'shared' ? si : null }
            taking = 'f'
          } else if (name === 'rPh') phonetic++
        } else if (inRow) {
          if (name === 'c') beginCell(attributes)
        } else if (inData) {
          const { r, hidden } = attributes
          if (name === 'row') beginRow(r === undefined ? row + 1 : Number(r), isTrue(hidden))
        } else if (name === 'sheetData') inData = true
        else if (name === 'mergeCell') merge?.(attributes.ref ?? '')
        else if (name === 'col' && isTrue(attributes.hidden))
          hiddenColumns?.(Number(attributes.min) - 1, Number(attributes.max) - 1)
      },
      text: (piece) => {
        if (taking === 'v') {
          value += piece
          checkLength(value, LIMITS.cellText)
        } else if (taking === 'f' && formula !== null) {
          formula = { ...formula, text: formula.text + piece }
          checkLength(formula.text, LIMITS.formulaText)
        }
      },
      close: (name) => {
        if (open !== null) {
          if (name === 'c') endCell()
          else if (name === 'rPh') phonetic--
          taking = null
        } else if (name === 'row' && inRow) endRow()
        else if (name === 'sheetData') inData = false
      },
      lane,
      ...(pause === undefined ? {} : { pause }),
    },
    deadline,
  )
}
