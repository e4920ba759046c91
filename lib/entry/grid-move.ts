/** A cell of a grid, counted from 0. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** A key as it was pressed, and where the caret stood in the text. */
export interface GridKey {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, Alt or the command key: such combinations belong to the browser. */
  readonly command: boolean
  /** An input method is composing a word: Enter and the arrows belong to it. */
  readonly composing: boolean
  /** A list of choices, which uses the upright arrows itself. */
  readonly list: boolean
  readonly caretAtStart: boolean
  readonly caretAtEnd: boolean
}

export type GridMove = { readonly to: GridPlace } | 'restore' | null

/**
 * What a key does in a grid, as in a spreadsheet: Enter goes down, after Tabs to the column where they began; arrows go to
 * the neighbour, sideways only from the end of the text; Escape restores the field. Nothing wraps around. Null leaves the
 * key to the browser.
 * @param from the column in which a row of Tabs began; null when there was none
 */
export function gridMove(
  pressed: GridKey,
  at: GridPlace,
  size: { readonly rows: number; readonly columns: number },
  from: number | null,
): GridMove {
  if (pressed.composing || pressed.command) return null
  const step = (row: number, column: number): GridMove =>
    row < 0 || row >= size.rows || column < 0 || column >= size.columns ? null : { to: { row, column } }
  switch (pressed.key) {
    case 'Enter':
      return pressed.shift ? step(at.row - 1, at.column) : step(at.row + 1, from ?? at.column)
    case 'ArrowDown':
      return pressed.list || pressed.shift ? null : step(at.row + 1, at.column)
    case 'ArrowUp':
      return pressed.list || pressed.shift ? null : step(at.row - 1, at.column)
    case 'ArrowLeft':
      return pressed.caretAtStart && !pressed.shift ? step(at.row, at.column - 1) : null
    case 'ArrowRight':
      return pressed.caretAtEnd && !pressed.shift ? step(at.row, at.column + 1) : null
    case 'Escape':
      return 'restore'
    default:
      return null
  }
}
