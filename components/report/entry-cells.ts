import { cellKey } from '@/lib/entry/cell-id'
import type { EntryCell } from '@/lib/entry/cell'
import { indicator } from '@/lib/notice/indicators'
import type { FormCell, FormRow } from '@/lib/reporting/form-rows'

/** The cells that this person may edit, as the page brings them. */
export function entryCells(rows: readonly FormRow[]): EntryCell[] {
  return rows
    .filter(({ isEditable }) => isEditable)
    .flatMap((row) => [...row.cells, ...row.parts].map((cell) => entryCell(row, cell)))
}

function entryCell({ indicator: code, kind, supplier }: FormRow, cell: FormCell): EntryCell {
  // The source is said of the whole: of a quarter's answer, or of the base year once for all its quarters.
  const isWhole = cell.part === '' || cell.part === 'Y'
  return {
    key: cellKey(code, cell.part),
    indicator: code,
    part: cell.part,
    kind,
    unit: indicator(code).unit,
    saved: { content: cell.content, version: cell.version, by: cell.by, at: cell.at },
    draft: null,
    inFlight: null,
    ...(supplier !== null && isWhole ? { suggested: supplier } : {}),
  }
}
