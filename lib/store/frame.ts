import type { Decision } from '@/lib/decisions/decision'
import { decisionOf, decisionsSql, type DecisionRow } from './decisions'
import { toPeriod, type PeriodRow, type ReportingPeriod } from './periods'
import { savedViewsSql, type SavedView } from './saved-views'
import { databaseOf, type Work } from './work'

/** What pages about many cities stand in: dates, decisions, and the views that the person keeps. */
export interface Frame {
  readonly periods: readonly ReportingPeriod[]
  readonly decisions: readonly Decision[]
  readonly views: readonly SavedView[]
}

/** The frame in one statement, so that such a page needs no more than three. */
export async function readFrame(work: Work): Promise<Frame> {
  const [row] = await databaseOf(work).$queryRaw<
    { periods: PeriodRow[]; decisions: DecisionRow[]; views: SavedView[] }[]
  >`SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.period), '[]') FROM reporting_period p) AS periods,
      (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d.proposed_at, d.id), '[]') FROM (${decisionsSql}) d) AS decisions,
      (SELECT coalesce(jsonb_agg(to_jsonb(v) - 'at' ORDER BY v.at DESC, v.id DESC), '[]') FROM (${savedViewsSql}) v) AS views`
  const { periods, decisions, views } = row ?? { periods: [], decisions: [], views: [] }
  return { periods: periods.map(toPeriod), decisions: decisions.map(decisionOf), views }
}
