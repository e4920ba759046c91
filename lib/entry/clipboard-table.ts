import { MOST_COLUMNS, readHtmlTable, type HtmlTable } from './html-table'
import { cellsOf } from './pasted-rows'

/** A cell of a copied block. */
export interface ClipboardCell {
  readonly text: string
  /** The number that the spreadsheet holds behind what it shows; null where the clipboard does not say. */
  readonly stored: string | null
  /** Part of a merged cell that begins to the left or above: it says nothing of its own. */
  readonly isCovered: boolean
}

/** A block copied from a spreadsheet, as a grid of what is to be seen there. */
export interface ClipboardTable {
  readonly rows: readonly (readonly ClipboardCell[])[]
  /** What was hidden in the sheet and came along: left out. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
  /** Merged cells: each counts where it begins. */
  readonly merged: number
}

const cell = (text: string, stored: string | null = null, isCovered = false): ClipboardCell => ({
  text,
  stored,
  isCovered,
})

/**
 * Reads what a spreadsheet put on the clipboard: its HTML, which knows merged and hidden cells and the full numbers, else
 * its plain text of tabs and lines.
 */
export function readClipboardTable(html: string, text: string): ClipboardTable {
  const table = html === '' ? null : readHtmlTable(html)
  if (table !== null) return ofHtml(table)
  return {
    rows: cellsOf(text).map((row) => row.slice(0, MOST_COLUMNS).map((each) => cell(each))),
    hiddenRows: 0,
    hiddenColumns: 0,
    merged: 0,
  }
}

function ofHtml(table: HtmlTable): ClipboardTable {
  const { grid, merged } = spread(table)
  const hiddenColumns = new Set(table.hidden)
  // Some write no columns, but hide each cell of one.
  for (const [i, row] of table.rows.entries()) {
    if (i === 0 && row.cells.every(({ columns }) => columns === 1))
      row.cells.forEach((each, j) => each.isHidden && hiddenColumns.add(j))
  }
  const seen = grid.filter((_, i) => table.rows[i]?.isHidden !== true)
  const width = Math.max(0, ...grid.map((row) => row.length))
  return {
    rows: seen.map((row) => row.filter((_, j) => !hiddenColumns.has(j))),
    hiddenRows: grid.length - seen.length,
    hiddenColumns: [...hiddenColumns].filter((j) => j < width).length,
    merged,
  }
}

/** Puts every cell where it stands, with merged ones spread over what they cover. */
function spread({ rows }: HtmlTable): { grid: ClipboardCell[][]; merged: number } {
  const grid: (ClipboardCell | undefined)[][] = rows.map(() => [])
  let merged = 0
  for (const [i, row] of rows.entries()) {
    let j = 0
    for (const { text, stored, columns, rows: down } of row.cells) {
      while (grid[i]?.[j] !== undefined) j++
      if (j >= MOST_COLUMNS) break
      if (columns > 1 || down > 1) merged++
      for (let y = i; y < Math.min(i + down, grid.length); y++) {
        for (let x = j; x < Math.min(j + columns, MOST_COLUMNS); x++) {
          const line = grid[y]
          if (line !== undefined) line[x] = y === i && x === j ? cell(text, stored) : cell('', null, true)
        }
      }
      j += columns
    }
  }
  return { grid: grid.map((row) => Array.from(row, (each) => each ?? cell(''))), merged }
}

/** How many cells of a block say something. */
export const saidCells = ({ rows }: ClipboardTable): number =>
  rows.reduce((sum, row) => sum + row.filter(({ text }) => text.trim() !== '').length, 0)
