import { blank, text, type Cell } from './cell'
import type { ReadCell, ReadTable, ReadTables } from './read-table'
import type { Sheet, Workbook } from './workbook'

/** What is wrong with one cell of an uploaded file, in a sentence. */
export interface Annotation {
  readonly sheet: string
  /** `H12`. */
  readonly cell: string
  readonly sentence: string
}

/**
 * An uploaded file once more, written by us: the same values in the same cells, the wrong ones red with a note. Formulas and
 * looks do not come along; what the file said of itself does, so that the copy can be corrected and uploaded in its turn.
 */
export function annotatedCopy(
  read: ReadTables,
  annotations: readonly Annotation[],
  { title, knownAt }: { readonly title: string; readonly knownAt: string },
): Workbook {
  const properties = [...read.properties].filter(([name]) => name.startsWith('chengji-'))
  return {
    title,
    knownAt,
    sheets: [...read.tables].sort(visibleFirst).map((table) =>
      sheetOf(
        table,
        annotations.filter(({ sheet }) => sheet === table.name),
      ),
    ),
    properties: Object.fromEntries(properties),
  }
}

// A workbook opens with a sheet that can be seen.
const visibleFirst = (a: ReadTable, b: ReadTable): number =>
  Number(a.visibility !== 'visible') - Number(b.visibility !== 'visible')

const MOST_WIDTH = 50
const LEAST_WIDTH = 10

function sheetOf(table: ReadTable, annotations: readonly Annotation[]): Sheet {
  const sentences = new Map<string, string>()
  for (const { cell, sentence } of annotations)
    sentences.set(cell, [sentences.get(cell), sentence].filter(Boolean).join('\n'))
  const rows: Cell[][] = []
  const widths: number[] = []
  const put = (row: number, column: number, cell: Cell): void => {
    const line = (rows[row] ??= [])
    while (line.length < column) line.push(blank)
    line[column] = cell
  }
  for (const { cells } of table.rows) {
    for (const cell of cells) {
      const value = valueOf(cell)
      widths[cell.column] = Math.max(
        widths[cell.column] ?? LEAST_WIDTH,
        Math.min(cell.text.length * 2, MOST_WIDTH),
      )
      put(cell.row - 1, cell.column, sentences.has(cell.address) ? { ...value, look: 'wrong' } : value)
    }
  }
  // What is missing stands in no cell yet.
  for (const at of sentences.keys()) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const found = rows[Number(digits) - 1]?.[column]
    if (column >= 0 && (found === undefined || found.kind === 'blank'))
      put(Number(digits) - 1, column, { kind: 'blank', look: 'wrong' })
  }
  // A row that says nothing is a hole.
  const lines = Array.from(rows, (row: readonly Cell[] | undefined) => row ?? [])
  const width = lines.reduce((most, row) => Math.max(most, row.length), 1)
  return {
    name: table.name,
    isPlain: true,
    isHidden: table.visibility !== 'visible',
    columns: Array.from({ length: width }, (_, i) => ({ header: '', width: widths[i] ?? LEAST_WIDTH })),
    rows: lines,
    notes: [...sentences].map(([at, sentence]) => ({ at, text: sentence })),
  }
}

function valueOf(cell: ReadCell): Cell {
  if (cell.kind === 'number' && cell.shown === cell.text) return { kind: 'number', value: cell.text }
  if (cell.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(cell.text)) return { kind: 'day', value: cell.text }
  return text(cell.kind === 'text' ? cell.text : cell.shown || cell.text)
}
