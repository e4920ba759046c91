import { cellsOf } from './pasted-rows'

/** One row of number boxes: its keys from left to right, null where there is no box to type in. */
export interface PasteRow {
  /** What a spreadsheet may call it: its code and its names. */
  readonly names: readonly string[]
  readonly keys: readonly (string | null)[]
}

export interface PastedFigures {
  readonly by: 'name' | 'position'
  readonly cells: readonly { readonly key: string; readonly text: string }[]
  /** Pasted rows that no number box belongs to. */
  readonly ignored: number
}

export type PasteRefusal = 'severalColumns' | 'nothing'

/**
 * Reads a block copied from a spreadsheet into boxes: rows that name a result go to that result; otherwise the block
 * goes down and to the right from where it was pasted. Texts stay as they were, so that what cannot be read is seen.
 * @param heads what the column of this period may be called
 */
export function readPastedFigures(
  text: string,
  rows: readonly PasteRow[],
  start: string,
  heads: readonly string[],
): PastedFigures | PasteRefusal {
  const block = cellsOf(text).filter((row) => row.some((cell) => cell !== ''))
  const named = block.map((row) => namedIn(row, rows))
  const pasted = named.some((found) => found !== null)
    ? byName(block, named, heads)
    : byPosition(block, rows, start)
  return typeof pasted === 'object' && pasted.cells.length === 0 ? 'nothing' : pasted
}

/** Without brackets and what stands in them, spaces and signs: 知识产权质押融资金额（万元） is 知识产权质押融资金额. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s()*/,.、，。:;_'"“”-]+/g, '')

interface Named {
  readonly row: PasteRow
  /** Where the name stands; figures stand to the right of it. */
  readonly at: number
}

function namedIn(cells: readonly string[], rows: readonly PasteRow[]): Named | null {
  for (const [at, cell] of cells.entries()) {
    const said = plain(cell)
    if (said === '') continue
    const row = rows.find(({ names }) => names.some((name) => plain(name) === said))
    if (row !== undefined) return { row, at }
  }
  return null
}

function byName(
  block: readonly (readonly string[])[],
  named: readonly (Named | null)[],
  heads: readonly string[],
): PastedFigures | PasteRefusal {
  const column = headedColumn(block, named, heads)
  const cells: { key: string; text: string }[] = []
  let ignored = 0
  for (const [i, found] of named.entries()) {
    if (found === null) {
      // A head or an empty line above the first name is no row of figures.
      if (named.slice(0, i).some(Boolean)) ignored++
      continue
    }
    const { keys } = found.row
    const right = (block[i] ?? []).slice(found.at + 1)
    const values =
      keys.length === 1 && column !== null
        ? [block[i]?.[column] ?? '']
        : keys.length === 1
          ? right.filter((cell) => /\d/.test(cell))
          : right
    if (values.length > keys.length) return 'severalColumns'
    const filled = keys.flatMap((key, j) => {
      const value = values[j] ?? ''
      return key === null || value === '' ? [] : [{ key, text: value }]
    })
    if (filled.length === 0) ignored++
    cells.push(...filled)
  }
  return { by: 'name', cells, ignored }
}

/** The column that a row above the names heads with this period; null when none does. */
function headedColumn(
  block: readonly (readonly string[])[],
  named: readonly (Named | null)[],
  heads: readonly string[],
): number | null {
  const wanted = heads.map(plain)
  const first = named.findIndex((found) => found !== null)
  for (const row of block.slice(0, first)) {
    const at = row.findIndex((cell) => wanted.includes(plain(cell)))
    if (at >= 0) return at
  }
  return null
}

function byPosition(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
  start: string,
): PastedFigures {
  const top = rows.findIndex(({ keys }) => keys.includes(start))
  const left = rows[top]?.keys.indexOf(start) ?? 0
  // A first line without any digit is the head of the copied column.
  const body = block.length > 1 && !block[0]?.some((cell) => /\d/.test(cell)) ? block.slice(1) : block
  const cells: { key: string; text: string }[] = []
  let ignored = 0
  for (const [i, values] of body.entries()) {
    const keys = rows[top + i]?.keys.slice(left) ?? []
    const filled = values.flatMap((value, j) => {
      const key = keys[j]
      return key == null || value === '' ? [] : [{ key, text: value }]
    })
    if (filled.length === 0) ignored++
    cells.push(...filled)
  }
  return { by: 'position', cells, ignored }
}
