import type { GridPlace } from './grid-move'

export interface SheetSize {
  readonly rows: number
  readonly columns: number
  /** How many rows are in sight at once. */
  readonly page: number
}

/**
 * What a person is doing in a cell: `moving` from cell to cell, where the first sign typed replaces what stands there;
 * `typing`, where an arrow ends it and moves on; `caret`, where arrows move within the text.
 */
export type SheetMode = 'moving' | 'typing' | 'caret'

/** A key as it was pressed. */
export interface SheetKey {
  readonly key: string
  readonly shift: boolean
  /** Ctrl or the command key. */
  readonly control: boolean
  /** Alt: such combinations belong to the browser. */
  readonly alt: boolean
  /** An input method is composing a word: all keys belong to it. */
  readonly composing: boolean
}

/** `restore`: what stood in the cell before; `caret`: into the text; `undo`; `above`: copy what stands above. */
export type SheetMove = { readonly to: GridPlace } | 'restore' | 'caret' | 'undo' | 'above' | null

/**
 * What a key does in a register, as in a spreadsheet. Enter goes down, after Tabs to the column where they began; nothing wraps
 * around: Tab in the last column and Shift+Tab in the first leave the grid. Null leaves the key to the browser.
 * @param from the column in which a row of Tabs began; null when there was none
 */
export function sheetMove(
  pressed: SheetKey,
  at: GridPlace,
  size: SheetSize,
  mode: SheetMode,
  from: number | null,
): SheetMove {
  const { key, shift, control } = pressed
  if (pressed.composing || pressed.alt) return null
  const to = (row: number, column: number): SheetMove => ({
    to: { row: within(row, size.rows), column: within(column, size.columns) },
  })
  if (key === 'Enter' && !control)
    return shift ? to(at.row - 1, at.column) : to(at.row + 1, from ?? at.column)
  if (key === 'Tab' && !control) {
    const next = at.column + (shift ? -1 : 1)
    return next < 0 || next >= size.columns ? null : to(at.row, next)
  }
  if (key === 'Escape') return mode === 'moving' ? null : 'restore'
  if (control && key.toLowerCase() === 'd' && mode !== 'caret') return 'above'
  if (control && key.toLowerCase() === 'z' && !shift) return mode === 'moving' ? 'undo' : null
  if (mode === 'caret') return null
  if (key === 'F2') return 'caret'
  if (shift) return null
  switch (key) {
    case 'ArrowDown':
      return to(control ? size.rows : at.row + 1, at.column)
    case 'ArrowUp':
      return to(control ? 0 : at.row - 1, at.column)
    case 'ArrowLeft':
      return to(at.row, control ? 0 : at.column - 1)
    case 'ArrowRight':
      return to(at.row, control ? size.columns : at.column + 1)
    case 'PageDown':
      return to(at.row + size.page, at.column)
    case 'PageUp':
      return to(at.row - size.page, at.column)
    case 'Home':
      return to(control ? 0 : at.row, 0)
    case 'End':
      return to(control ? size.rows : at.row, size.columns)
    default:
      return null
  }
}

const within = (at: number, count: number): number => Math.min(Math.max(at, 0), Math.max(count - 1, 0))
