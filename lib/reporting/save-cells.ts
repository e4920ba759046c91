import type { Permit } from '@/lib/access/authorize'
import { readContent, sameContent, type CellText, type ContentRefusal } from '@/lib/entry/content'
import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import type { Cell, CellContent, CellWrite, Part } from '@/lib/store/cells'
import { actorIn, type Work } from '@/lib/store/work'
import { writeWorkingCopy } from '@/lib/store/working-copy'
import type { Period } from '@/lib/values'
import { askedCells, breakdownCells, completenessOf, isBreakdownPart, type AskedCell } from './asked-cells'
import { editReport, startedSummary, type OpenReport } from './working-copy'

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
  return editReport(permit, period, expected, async (work, report) => {
    const taken = new Map(
      [...askedCells(period), ...breakdownCells(period)].map((cell) => [
        keyOf(cell.indicator.code, cell.part),
        cell,
      ]),
    )
    // The same cell twice in one request: the later one is what the person meant.
    const latest = new Map(edits.map((edit) => [keyOf(edit.indicator, edit.part), edit]))
    const decided = [...latest.values()].map((edit) => ({
      edit,
      decision: decide(report, taken.get(keyOf(edit.indicator, edit.part)), edit),
    }))
    const writes = decided.flatMap(({ decision }) => ('write' in decision ? [decision.write] : []))
    const cells = withWrites(work, report.cells, writes)
    const withRows = [...report.rowCounts.keys()].map((indicator) => ({ indicator }))
    const completeness = completenessOf(period, cells, withRows)
    if (writes.length > 0) {
      const summary = await startedSummary(work, report, completeness)
      const names = writes.map((write) => [write.indicator, write.part].filter(Boolean).join('/'))
      await writeWorkingCopy(work, period, writes, summary, { period, cells: names })
    }
    const outcomes = decided.map(({ edit: { indicator, part }, decision }): CellOutcome => {
      if ('outcome' in decision) return { indicator, part, ...decision }
      const cell = cells.find((candidate) => candidate.indicator === indicator && candidate.part === part)
      if (cell === undefined) throw new Error(`cell ${indicator}/${part} was saved and is not there`)
      return { indicator, part, outcome: 'saved', cell }
    })
    const { asked, answered } = completeness
    return { outcomes, asked, answered }
  })
}

type Decision =
  | { readonly write: CellWrite }
  | { readonly unchanged: true }
  | { readonly outcome: 'conflict'; readonly mine: CellContent; readonly theirs: Cell }
  | { readonly outcome: 'refused'; readonly refusal: ContentRefusal }

/** The working copy as the writes leave it; what was written need not be read again. */
function withWrites(work: Work, current: readonly Cell[], writes: readonly CellWrite[]): readonly Cell[] {
  const changed = { changedByName: actorIn(work).name, changedAt: work.now }
  const written = new Set(writes.map(({ indicator, part }) => keyOf(indicator, part)))
  return [
    ...current.filter(({ indicator, part }) => !written.has(keyOf(indicator, part))),
    ...writes.map((write) => ({ ...write, ...changed })),
  ]
}

const keyOf = (indicator: string, part: string): string => `${indicator}/${part}`

function decide(report: OpenReport, asked: AskedCell | undefined, edit: CellEdit): Decision {
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
  const rows = report.rowCounts.get(indicator) ?? 0
  if (rows > 0 && (content.value.state === 'figure' || content.value.state === 'notApplicable')) {
    return refused({ code: 'rowsContradict', detail: { indicator, rows: String(rows) } })
  }
  const theirs = report.cells.find((cell) => cell.indicator === indicator && cell.part === part)
  if (theirs !== undefined && sameContent(theirs.content, content.value)) return { unchanged: true }
  if (theirs !== undefined && theirs.version !== edit.baseVersion)
    return { outcome: 'conflict', mine: content.value, theirs }
  return { write: { indicator, part, content: content.value, version: (theirs?.version ?? 0) + 1 } }
}

const refused = (refusal: ContentRefusal): Decision => ({ outcome: 'refused', refusal })
