import type { ReadTable } from '@/lib/documents/read-table'
import { cellAt, objectionsTo, said } from '@/lib/imports/cell-at'
import type { Place, Problem } from '@/lib/imports/reading'
import { plainHead } from '@/lib/imports/table-heads'

/** One line of a table whose heads were found: what it says under each, and where that stands. */
export interface NamedLine<F extends string> {
  readonly text: Readonly<Record<F, string>>
  readonly place: (field: F) => Place
}

/** Heads stand somewhere in the first lines. */
const FIRST_LINES = 15

/**
 * Reads a table by the names of its columns, whatever their order; null where a column that must be there is missing. Cells
 * that cannot be believed (errors of formulas, lost digits) are problems, and their line is read without them.
 */
export function readNamedTable<F extends string>(
  table: ReadTable,
  names: Readonly<Record<F, readonly string[]>>,
  required: readonly NoInfer<F>[],
): { readonly lines: readonly NamedLine<F>[]; readonly problems: readonly Problem[] } | null {
  const fields = Object.keys(names) as F[]
  const byName = new Map(
    fields.flatMap((field) => names[field].map((name) => [plainHead(name), field] as const)),
  )
  let head: { readonly row: number; readonly columns: ReadonlyMap<F, number> } | null = null
  const objections = objectionsTo(table.name)
  const lines: NamedLine<F>[] = []
  let seen = 0
  for (const row of table.rows) {
    if (head === null) {
      if (++seen > FIRST_LINES) return null
      const columns = new Map<F, number>()
      for (const { column, text } of row.cells) {
        const field = byName.get(plainHead(text))
        if (field !== undefined && !columns.has(field)) columns.set(field, column)
      }
      if (required.every((field) => columns.has(field))) head = { row: row.number, columns }
      continue
    }
    const { columns } = head
    const text = Object.fromEntries(
      fields.map((field) => [field, said(cellAt(row, columns.get(field)), objections).text]),
    ) as Record<F, string>
    if (Object.values(text).every((each) => each === '')) continue
    lines.push({
      text,
      place: (field) => ({
        sheet: table.name,
        cell: `${letters(columns.get(field) ?? 0)}${String(row.number)}`,
      }),
    })
  }
  return head === null ? null : { lines, problems: objections.problems }
}

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
