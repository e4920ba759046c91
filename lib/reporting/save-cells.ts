import type { Permit } from '@/lib/access/authorize'
import { readContent, sameContent, type CellText, type ContentRefusal } from '@/lib/entry/content'
import { indicator as indicatorOf, isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { recordAudit } from '@/lib/store/audit'
import {
  readCells,
  writeCells,
  type Cell,
  type CellContent,
  type CellWrite,
  type Part,
} from '@/lib/store/cells'
import { readRows } from '@/lib/store/register-rows'
import { begin, type Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { askedCells, breakdownCells, completenessOf, isBreakdownPart } from './asked-cells'
import { openForEditing, summarise, type OpenReport } from './working-copy'

/** One edited cell and the version it was edited from (0: it had never been saved). */
export interface CellEdit extends CellText {
  readonly indicator: string
  readonly part: string
  readonly baseVersion: number
}

export type CellOutcome = { readonly indicator: string; readonly part: string } & (
  | { readonly outcome: 'saved'; readonly cell: Cell }
  /** Somebody else saved the cell meanwhile: nothing was overwritten, both values are here to choose from. */
  | { readonly outcome: 'conflict'; readonly mine: CellContent; readonly theirs: Cell }
  | { readonly outcome: 'refused'; readonly refusal: ContentRefusal }
)

export interface SaveOutcome {
  readonly outcomes: readonly CellOutcome[]
  readonly asked: number
  readonly answered: number
}

/**
 * Saves edited cells of the working copy. Each cell stands by itself: those that can be read and were not changed by
 * someone else are saved together in one transaction; the others come back with their reason. A cell saved with the
 * content it already has keeps its version, so that a repeated request changes nothing.
 * @param expected the version of the report the cells were typed for: nothing is written into a later one unread
 * @throws Refusal when the report as a whole cannot be edited, versionPassed
 */
export function saveCells(
  permit: Permit<'report.prepare'>,
  period: Period,
  edits: readonly CellEdit[],
  expected?: number,
): Promise<SaveOutcome> {
  return begin(permit, async (work) => {
    const report = await openForEditing(work, period, expected)
    const current = await readCells(work, period)
    // The same cell twice in one request: the later one is what the person meant.
    const latest = new Map(edits.map((edit) => [`${edit.indicator}/${edit.part}`, edit]))
    const counted = await rowsBeside(work, period, edits)
    const decided = [...latest.values()].map((edit) => ({
      edit,
      decision: decide(report, current, counted, edit),
    }))
    const writes = decided.flatMap(({ decision }) => ('write' in decision ? [decision.write] : []))
    await writeCells(work, period, report.version, writes)
    const { cells, rows } = await summarise(work, report, writes.length > 0)
    if (writes.length > 0) {
      const names = writes.map((write) => [write.indicator, write.part].filter(Boolean).join('/'))
      await recordAudit(work, { period, cells: names })
    }
    const { asked, answered } = completenessOf(period, cells, rows)
    const outcomes = decided.map(({ edit: { indicator, part }, decision }): CellOutcome => {
      if ('outcome' in decision) return { indicator, part, ...decision }
      const cell = cells.find((candidate) => candidate.indicator === indicator && candidate.part === part)
      if (cell === undefined) throw new Error(`cell ${indicator}/${part} was saved and is not there`)
      return { indicator, part, outcome: 'saved', cell }
    })
    return { outcomes, asked, answered }
  })
}

type Decision =
  | { readonly write: CellWrite }
  | { readonly unchanged: true }
  | { readonly outcome: 'conflict'; readonly mine: CellContent; readonly theirs: Cell }
  | { readonly outcome: 'refused'; readonly refusal: ContentRefusal }

/** How many rows stand in the registers, asked only where an edit says that there are none to count. */
async function rowsBeside(
  work: Work,
  period: Period,
  edits: readonly CellEdit[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const saysNone = ({ indicator, state }: CellEdit) =>
    (state === 'figure' || state === 'notApplicable') &&
    isIndicatorCode(indicator) &&
    indicatorOf(indicator).kind === 'count'
  if (!edits.some(saysNone)) return counts
  for (const { indicator, removed } of await readRows(work, period)) {
    if (!removed) counts.set(indicator, (counts.get(indicator) ?? 0) + 1)
  }
  return counts
}

function decide(
  report: OpenReport,
  current: readonly Cell[],
  counted: ReadonlyMap<string, number>,
  edit: CellEdit,
): Decision {
  const asked = [...askedCells(report.period), ...breakdownCells(report.period)].find(
    (cell) => cell.indicator.code === edit.indicator && cell.part === edit.part,
  )
  if (asked === undefined || !isIndicatorCode(edit.indicator)) {
    return refused({ code: 'cellUnknown', detail: { indicator: edit.indicator, part: edit.part } })
  }
  const indicator: IndicatorCode = edit.indicator
  const part: Part = asked.part
  if (report.scope !== 'all' && !report.scope.includes(indicator)) {
    return refused({ code: 'figureNotReturned', detail: { indicator } })
  }
  const content = readContent(asked.indicator.unit, asked.kind, edit)
  if (!content.ok) return refused(content.error)
  // Why there is no figure is said of the whole; a part that there is none of is zero.
  if (isBreakdownPart(part) && content.value.state !== 'figure' && content.value.state !== 'blank') {
    return refused({ code: 'contentWrong', detail: { expected: 'figure', got: content.value.state } })
  }
  const rows = counted.get(indicator) ?? 0
  if (rows > 0 && (content.value.state === 'figure' || content.value.state === 'notApplicable')) {
    return refused({ code: 'rowsContradict', detail: { indicator, rows: String(rows) } })
  }
  const theirs = current.find((cell) => cell.indicator === indicator && cell.part === part)
  if (theirs !== undefined && sameContent(theirs.content, content.value)) return { unchanged: true }
  if (theirs !== undefined && theirs.version !== edit.baseVersion)
    return { outcome: 'conflict', mine: content.value, theirs }
  return { write: { indicator, part, content: content.value, version: (theirs?.version ?? 0) + 1 } }
}

const refused = (refusal: ContentRefusal): Decision => ({ outcome: 'refused', refusal })
