import type { Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf, isIndicatorCode } from '@/lib/notice'
import { assertInScope, openForEditing, summarise } from '@/lib/reporting/working-copy'
import { recordAudit } from '@/lib/store/audit'
import { readRows, writeRows, type RegisterRow, type RowWrite } from '@/lib/store/register-rows'
import { uuid7 } from '@/lib/store/uuid7'
import { begin } from '@/lib/store/work'
import { isQuarter, lastDayOf, Refusal, type Period } from '@/lib/values'
import { readRow, type RowRefusal, type RowText } from './read-row'

/** A row to add (no id), to change, or to take out. `baseVersion` is the version it was edited from. */
export interface RowEdit extends RowText {
  readonly id: string | null
  readonly baseVersion: number
  readonly removed: boolean
}

export type RowOutcome =
  | { readonly outcome: 'saved'; readonly row: RegisterRow }
  | { readonly outcome: 'conflict'; readonly theirs: RegisterRow }
  | { readonly outcome: 'refused'; readonly refusals: readonly RowRefusal[] }

/**
 * Saves rows of one register of the working copy, in one transaction; each row stands by itself, as cells do.
 * @throws Refusal when the report cannot be edited, or the indicator has no register
 */
export function saveRows(
  permit: Permit<'report.prepare'>,
  period: Period,
  indicator: string,
  edits: readonly RowEdit[],
): Promise<RowOutcome[]> {
  if (!isIndicatorCode(indicator) || !isQuarter(period))
    throw new Refusal('cellUnknown', { indicator, part: '' })
  const described = indicatorOf(indicator)
  if (described.kind !== 'count') throw new Refusal('cellUnknown', { indicator, part: '' })
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period)
    assertInScope(report, indicator)
    const current = new Map((await readRows(work, period)).map((row) => [row.id, row]))
    const decided = edits.map((edit): RowOutcome | RowWrite => {
      const theirs = edit.id === null ? undefined : current.get(edit.id)
      if (edit.id !== null && theirs?.indicator !== indicator)
        throw new Refusal('rowUnknown', { id: edit.id })
      if (theirs !== undefined && theirs.version !== edit.baseVersion) return { outcome: 'conflict', theirs }
      if (theirs !== undefined && edit.removed)
        return { ...theirs, removed: true, version: theirs.version + 1 }
      const content = readRow(described, edit, lastDayOf(period))
      if (!content.ok) return { outcome: 'refused', refusals: content.error }
      return {
        ...content.value,
        id: theirs?.id ?? uuid7(work.now),
        indicator,
        removed: false,
        version: (theirs?.version ?? 0) + 1,
      }
    })
    const writes = decided.filter((decision): decision is RowWrite => !('outcome' in decision))
    await writeRows(work, period, report.version, writes)
    const { rows } = await summarise(work, report)
    await recordAudit(work, { period, indicator, rows: writes.map((row) => row.id) })
    const saved = new Map(rows.map((row) => [row.id, row]))
    return decided.map((decision): RowOutcome => {
      if ('outcome' in decision) return decision
      const row = saved.get(decision.id)
      if (row === undefined) throw new Error(`row ${decision.id} was saved and is not there`)
      return { outcome: 'saved', row }
    })
  })
}
