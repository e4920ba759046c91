import { columnLetters, columnOf } from './cell-address'
import type { Deadline } from './deadline'
import { LIMITS } from './limits'
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
  { cell, row: rowDone, hiddenColumns, merge, pause }: SheetHandlers,
  deadline: Deadline,
): Promise<void> {
  let row = 0
  let isHidden = false
  let column = -1
  let inData = false
  let inCell = false
  let type = 'n'
  let style = 0
  let value = ''
  let formula: StoredFormula | null = null
  // What the text that comes belongs to: the value, the formula, nothing.
  let taking: 'v' | 'f' | null = null
  let phonetic = 0

  const beginRow = ({ r, hidden }: Attributes): void => {
    const next = r === undefined ? row + 1 : Number(r)
    if (!Number.isInteger(next) || next <= row) throw damaged(part)
    if (next > LIMITS.rows) throw tooBig('rows', LIMITS.rows)
    row = next
    isHidden = isTrue(hidden)
    column = -1
  }
  const beginCell = ({ r, t = 'n', s }: Attributes): void => {
    const next = r === undefined ? column + 1 : columnOf(r)
    if (next < 0 || next >= LIMITS.columns) throw tooBig('columns', LIMITS.columns)
    // Two cells in one place, or one that belongs to another row, can be read in two ways.
    if (next <= column || (r !== undefined && r !== columnLetters(next) + String(row))) throw damaged(part)
    column = next
    type = t
    style = s === undefined ? 0 : Number(s) || 0
    value = ''
    formula = null
    inCell = true
  }
  const beginFormula = ({ t, si }: Attributes): void => {
    formula = { text: '', shared: t === 'shared' ? (si ?? '') : null }
    taking = 'f'
  }

  return readXml(
    zip,
    part,
    'worksheet',
    {
      open: (name, attributes) => {
        if (inCell) {
          if (name === 'v') taking = 'v'
          else if (name === 't') taking = phonetic === 0 ? 'v' : null
          else if (name === 'f') beginFormula(attributes)
          else if (name === 'rPh') phonetic++
        } else if (inData) {
          if (name === 'c') beginCell(attributes)
          else if (name === 'row') beginRow(attributes)
        } else if (name === 'sheetData') inData = true
        else if (name === 'mergeCell') merge?.(attributes.ref ?? '')
        else if (name === 'col' && isTrue(attributes.hidden))
          hiddenColumns?.(Number(attributes.min) - 1, Number(attributes.max) - 1)
      },
      text: (piece) => {
        if (taking === 'v') {
          value += piece
          if (value.length > LIMITS.cellText) throw tooBig('cellText', LIMITS.cellText)
        } else if (taking === 'f' && formula !== null) {
          formula = { ...formula, text: formula.text + piece }
          if (formula.text.length > LIMITS.formulaText) throw tooBig('cellText', LIMITS.formulaText)
        }
      },
      close: (name) => {
        if (inCell) {
          if (name === 'c') {
            inCell = false
            if (value !== '' || formula !== null) cell({ row, column, type, style, value, formula })
          } else if (name === 'rPh') phonetic--
          taking = null
        } else if (name === 'row') rowDone?.(row, isHidden)
        else if (name === 'sheetData') inData = false
      },
      ...(pause === undefined ? {} : { pause }),
    },
    deadline,
  )
}
