import type { RowAnswer, SavedRow } from '@/lib/entry/grid-row'
import { packRows } from '@/lib/entry/packed-rows'
import type { RegisterRow } from '@/lib/store/register-rows'
import type { RowOutcome } from './save-rows'

/** A row as the grid takes it. */
function savedRowOf({ removed, version, changedByName, changedAt, ...content }: RegisterRow): SavedRow {
  const { name, creditCode, noCodeReason, countedOn, level, details, evidence, note } = content
  return {
    content: { name, creditCode, noCodeReason, countedOn, level, details, evidence, note },
    removed,
    version,
    by: changedByName,
    at: changedAt.toISOString(),
  }
}

/** Rows as the page takes them, in one short text. */
export const packedRows = (rows: readonly RegisterRow[]): string =>
  packRows(rows.map((row) => ({ id: row.id, saved: savedRowOf(row) })))

/** The outcome of a save as the grid takes it. */
export function rowAnswer(outcome: RowOutcome): RowAnswer {
  switch (outcome.outcome) {
    case 'saved':
      return { outcome: 'saved', saved: savedRowOf(outcome.row) }
    case 'conflict':
      return { outcome: 'conflict', theirs: savedRowOf(outcome.theirs) }
    case 'refused':
      return outcome
  }
}
