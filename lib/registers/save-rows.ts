import type { Permit } from '@/lib/access/authorize'
import { EMPTY_ROW, readRow, sameRow, type RowRefusal, type SentText } from '@/lib/entry/row-content'
import { isCountCode, isRegisterCode, type RegisterCode } from '@/lib/notice'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { openForEditing, rowsInScope, startedSummary, type OpenReport } from '@/lib/reporting/working-copy'
import { markElsewhere } from '@/lib/rules/countable'
import { registerStanding, type RegisterStanding } from '@/lib/rules/register-standing'
import { recordAudit } from '@/lib/store/audit'
import { readCells, writeCells, type Cell } from '@/lib/store/cells'
import { readOwnCases } from '@/lib/store/cases'
import { readPlaces } from '@/lib/store/cities'
import { readRows, readSubmittedRowIds, type RegisterRow } from '@/lib/store/register-rows'
import { keepSummary } from '@/lib/store/summary'
import { uuid7 } from '@/lib/store/uuid7'
import { readSubmittedIdentities } from '@/lib/store/submitted-identities'
import { begin, type Work } from '@/lib/store/work'
import { writeRows, type RowWrite } from '@/lib/store/write-rows'
import { isQuarter, Refusal, type Period, type Quarter } from '@/lib/values'
import { rowRules } from './row-rules'

/**
 * A row to add, to change, or to take out. `baseVersion` is the version it was edited from; 0 adds it. Whoever adds a row
 * may choose its id, so that a request repeated after a lost answer adds it once.
 */
export type RowEdit = SentText & {
  readonly id: string | null
  readonly baseVersion: number
  readonly removed: boolean
}

export type RowOutcome =
  | { readonly outcome: 'saved'; readonly row: RegisterRow }
  /** Somebody else changed the row meanwhile: nothing was overwritten. */
  | { readonly outcome: 'conflict'; readonly theirs: RegisterRow }
  | { readonly outcome: 'refused'; readonly refusals: readonly RowRefusal[] }

export interface SavedRows {
  /** One for each edit, in its order. */
  readonly outcomes: readonly RowOutcome[]
  /** What the register amounts to after this save. */
  readonly standing: RegisterStanding
  /** What the cell of this result says beside the register ("none this quarter"); null if it was never filled in. */
  readonly declaration: Cell | null
}

/**
 * Saves rows of one register of the working copy, in one transaction; each row stands by itself, as cells do. A row saved
 * with the content it already has keeps its version. A row takes "none this quarter" back: the two cannot both be true.
 * @param expected the version of the report the rows were typed for
 * @throws Refusal when the report cannot be edited, or the indicator has no register
 */
export function saveRows(
  permit: Permit<'report.prepare'>,
  period: Period,
  indicator: string,
  edits: readonly RowEdit[],
  expected?: number,
): Promise<SavedRows> {
  if (!isRegisterCode(indicator) || !isQuarter(period)) {
    throw new Refusal('cellUnknown', { indicator, part: '' })
  }
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period, expected)
    const open = rowsInScope(report, indicator)
    const ids = edits.flatMap(({ id }) => id ?? [])
    const current = new Map((await readRows(work, period, ids)).map((row) => [row.id, row]))
    const submitted = edits.some(({ removed }) => removed)
      ? await readSubmittedRowIds(work, period)
      : new Set<string>()
    const decided = edits.map((edit) => decide(work, indicator, period, { current, submitted, open }, edit))
    const writes = decided.flatMap((decision) => ('write' in decision ? [decision.write] : []))
    await writeRows(work, period, report.version, [writes])
    if (isCountCode(indicator) && writes.some((row) => !row.removed))
      await takeBackNone(work, report, indicator)
    const [rows, cells] = [await readRows(work, period), await readCells(work, period)]
    if (writes.length > 0) {
      await keepSummary(work, period, await startedSummary(work, report, completenessOf(period, cells, rows)))
      await recordAudit(work, { period, indicator, rows: writes.map((row) => row.id) })
    }
    const saved = new Map(rows.map((row) => [row.id, row]))
    const outcomes = decided.map((decision): RowOutcome => {
      if ('outcome' in decision) return decision
      const id = 'write' in decision ? decision.write.id : decision.unchanged
      const row = saved.get(id)
      if (row === undefined) throw new Error(`row ${id} was saved and is not there`)
      return { outcome: 'saved', row }
    })
    const cases = await readOwnCases(work)
    const standing = registerStanding(
      rows.filter((row) => row.indicator === indicator && !row.removed),
      markElsewhere(await readSubmittedIdentities(work, { indicator, before: period }), cases),
      { indicator, cases, places: await readPlaces(work) },
    )
    const declaration = isCountCode(indicator)
      ? (cells.find((cell) => cell.indicator === indicator) ?? null)
      : null
    return { outcomes, standing, declaration }
  })
}

interface Standing {
  readonly current: ReadonlyMap<string, RegisterRow>
  /** Ids of rows that stand in a submitted version. */
  readonly submitted: ReadonlySet<string>
  /** Ids of the only rows that were returned; null where the whole register may be changed. */
  readonly open: readonly string[] | null
}

type Decision =
  | { readonly write: RowWrite }
  /** Id of a row that is already as wanted. */
  | { readonly unchanged: string }
  | Extract<RowOutcome, { outcome: 'conflict' | 'refused' }>

function decide(
  work: Work,
  indicator: RegisterCode,
  period: Quarter,
  { current, submitted, open }: Standing,
  edit: RowEdit,
): Decision {
  const theirs = edit.id === null ? undefined : current.get(edit.id)
  const isNew = theirs === undefined && edit.baseVersion === 0 && !edit.removed
  if (theirs === undefined ? !isNew : theirs.indicator !== indicator) {
    throw new Refusal('rowUnknown', { id: edit.id ?? '' })
  }
  if (open?.includes(edit.id ?? '') === false) {
    return { outcome: 'refused', refusals: [{ code: 'rowNotReturned', field: 'name', detail: {} }] }
  }
  if (theirs?.removed === true && edit.removed) return { unchanged: theirs.id }
  if (theirs !== undefined && edit.removed) {
    if (theirs.version !== edit.baseVersion) return { outcome: 'conflict', theirs }
    return submitted.has(theirs.id)
      ? { outcome: 'refused', refusals: [{ code: 'rowSubmitted', field: 'name', detail: {} }] }
      : { write: { ...theirs, removed: true, version: theirs.version + 1 } }
  }
  const content = readRow(rowRules(indicator, period), { ...EMPTY_ROW, ...edit })
  if (theirs !== undefined && !theirs.removed && content.ok && sameRow(theirs, content.value)) {
    return { unchanged: theirs.id }
  }
  if (theirs !== undefined && theirs.version !== edit.baseVersion) return { outcome: 'conflict', theirs }
  if (!content.ok) return { outcome: 'refused', refusals: content.error }
  return {
    write: {
      ...content.value,
      id: edit.id ?? uuid7(work.now),
      indicator,
      removed: false,
      withdrawn: '',
      version: (theirs?.version ?? 0) + 1,
    },
  }
}

async function takeBackNone(
  work: Work<'report.prepare'>,
  report: OpenReport,
  indicator: RegisterCode,
): Promise<void> {
  const cell = (await readCells(work, report.period)).find((candidate) => candidate.indicator === indicator)
  if (cell?.content.state !== 'figure' && cell?.content.state !== 'notApplicable') return
  await writeCells(work, report.period, report.version, [
    { indicator, part: '', content: { state: 'blank' }, version: cell.version + 1 },
  ])
}
