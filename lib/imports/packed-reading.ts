import type { RowContent } from '@/lib/entry/row-content'
import type { RegisterCode } from '@/lib/notice'
import { inSlices } from './in-slices'
import type { ReadEntry, Reading, Remark } from './reading'

/** How many rows stand in one line. */
const ROWS = 250

interface PackedRows {
  readonly indicator: RegisterCode
  readonly sheet: string
  readonly rows: readonly (readonly [
    id: string | null,
    cell: string,
    content: RowContent,
    remarks: readonly Remark[],
  ])[]
}

/** A reading as it is kept: a line of JSON with all but its rows, then lines of rows. */
export async function packReading({ rows, ...rest }: Reading): Promise<string> {
  const lines = [JSON.stringify({ ...rest, rows: [] })]
  for await (const slice of inSlices(rows, ROWS)) {
    for (let from = 0; from < slice.length;) {
      const first = slice[from]
      if (first === undefined) break
      const { indicator, at } = first
      const end = slice.findIndex(
        (row, i) => i > from && (row.indicator !== indicator || row.at.sheet !== at.sheet),
      )
      const alike = slice.slice(from, end === -1 ? undefined : end)
      lines.push(JSON.stringify(packed(indicator, at.sheet, alike)))
      from += alike.length
    }
  }
  return lines.join('\n')
}

const packed = (indicator: RegisterCode, sheet: string, rows: readonly ReadEntry[]): PackedRows => ({
  indicator,
  sheet,
  rows: rows.map(({ id, at, content, remarks }) => [id, at.cell, content, remarks]),
})

/** The same reading once more. One that was kept before its rows stood in lines has them all in the first. */
export async function unpackReading(text: string): Promise<Reading> {
  const [head = '', ...lines] = text.split('\n')
  const { rows, ...rest } = JSON.parse(head) as Reading
  const all = [...rows]
  for await (const slice of inSlices(lines, 1)) {
    for (const line of slice) {
      const { indicator, sheet, rows: own } = JSON.parse(line) as PackedRows
      for (const [id, cell, content, remarks] of own)
        all.push({ indicator, id, content, at: { sheet, cell }, remarks })
    }
  }
  return { ...rest, rows: all }
}
