import type { Decision } from '@/lib/decisions/decision'
import { askTogether } from './ask-together'
import { decisionOf, decisionRows } from './decisions'
import { periodRows, toPeriod, type ReportingPeriod } from './periods'
import { exportViews, savedViews, type ExportView, type SavedView } from './saved-views'
import type { Work } from './work'

/** What pages about many cities stand in: dates, decisions, and the views that the person keeps. */
export interface Frame {
  readonly periods: readonly ReportingPeriod[]
  readonly decisions: readonly Decision[]
  readonly views: readonly SavedView[]
  readonly exportViews: readonly ExportView[]
}

/** The frame in one statement, so that such a page needs no more than three. */
export async function readFrame(work: Work): Promise<Frame> {
  const { periods, decisions, views, kept } = await askTogether(work, {
    periods: periodRows,
    decisions: decisionRows,
    views: savedViews,
    kept: exportViews,
  })
  return {
    periods: periods.map(toPeriod),
    decisions: decisions.map(decisionOf),
    views,
    exportViews: kept,
  }
}
