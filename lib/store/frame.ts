import type { Decision } from '@/lib/decisions/decision'
import { askTogether } from './ask-together'
import { decisionOf, decisionRows } from './decisions'
import { periodRows, toPeriod, type ReportingPeriod } from './periods'
import { provinceChanges, type ProvinceChange } from './province-changes'
import { exportViews, savedViews, type ExportView, type SavedView } from './saved-views'
import type { Work } from './work'

/** What pages about many cities stand in: dates, decisions, the views that the person keeps. */
export interface Frame {
  readonly periods: readonly ReportingPeriod[]
  readonly decisions: readonly Decision[]
  readonly views: readonly SavedView[]
  readonly exportViews: readonly ExportView[]
  /** Of each province within reach, how often what is kept of it changed. */
  readonly changes: readonly ProvinceChange[]
}

/** The frame in one statement, so that such a page needs no more than three. */
export async function readFrame(work: Work): Promise<Frame> {
  const { kept, ...read } = await askTogether(work, {
    periods: periodRows,
    decisions: decisionRows,
    views: savedViews,
    kept: exportViews,
    changes: provinceChanges,
  })
  return {
    ...read,
    periods: read.periods.map(toPeriod),
    decisions: read.decisions.map(decisionOf),
    exportViews: kept,
  }
}
