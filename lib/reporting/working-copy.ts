import type { IndicatorCode } from '@/lib/notice'
import { readCells, type Cell } from '@/lib/store/cells'
import { readPeriod, type ReportingPeriod } from '@/lib/store/periods'
import { readRows, type RegisterRow } from '@/lib/store/register-rows'
import {
  appendEvent,
  lockReport,
  readEvents,
  statusOf,
  versionInHand,
  type ReportEvent,
  type Status,
} from '@/lib/store/reports'
import { keepSummary } from '@/lib/store/summary'
import type { Work } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { completenessOf } from './asked-cells'
import { isEditable } from './moves'

/** Which figures may be changed: all, or after a return of chosen figures only those. */
export type EditScope = 'all' | 'none' | readonly IndicatorCode[]

/** The figures that the return of this version named; null when it named none or nothing was returned. */
export function lastReturn(events: readonly ReportEvent[]): ReportEvent | null {
  const lastSubmitted = events.findLastIndex((event) => event.kind === 'submitted')
  return events.slice(lastSubmitted + 1).findLast((event) => event.kind === 'returned') ?? null
}

/** What may be edited now, from the life of the report and its dates. */
export function editScope(events: readonly ReportEvent[], window: ReportingPeriod, now: Date): EditScope {
  if (!isEditable(statusOf(events)) || now < window.opensAt) return 'none'
  const returned = lastReturn(events)
  // A returned report may be corrected after the lock: the clock of the lock is the city's, the return is the reviewer's.
  if (returned === null && window.lockedAfter !== null && now > window.lockedAfter) return 'none'
  return returned === null || returned.returned.length === 0
    ? 'all'
    : returned.returned.map(({ indicator }) => indicator)
}

/** A report locked for editing in this transaction. */
export interface OpenReport {
  readonly period: Period
  readonly status: Status
  readonly version: number
  readonly events: readonly ReportEvent[]
  readonly scope: readonly IndicatorCode[] | 'all'
}

/**
 * Locks a report for editing. Nothing is written yet: what is refused altogether starts no report.
 * @param expected the version that was typed for; nothing is written unread into a later one
 * @throws Refusal periodUnknown, periodNotOpen, periodLocked, notEditable, versionPassed
 */
export async function openForEditing(
  work: Work<'report.prepare'>,
  period: Period,
  expected?: number,
): Promise<OpenReport> {
  const window = await openWindow(work, period)
  await lockReport(work, period)
  const events = await readEvents(work, period)
  const status = statusOf(events)
  if (!isEditable(status)) throw new Refusal('notEditable', { status })
  const scope = editScope(events, window, work.now)
  if (scope === 'none') {
    throw new Refusal('periodLocked', { period, lockedAfter: window.lockedAfter?.toISOString() ?? '' })
  }
  const version = versionInHand(events)
  if (expected !== undefined && expected !== version) {
    throw new Refusal('versionPassed', { typedFor: String(expected), inHand: String(version) })
  }
  return { period, status, version, events, scope }
}

/** The period's dates. @throws Refusal periodUnknown, periodNotOpen */
export async function openWindow(work: Work, period: Period): Promise<ReportingPeriod> {
  const window = await readPeriod(work, period)
  if (window === null) throw new Refusal('periodUnknown', { period })
  if (work.now < window.opensAt)
    throw new Refusal('periodNotOpen', { period, opensAt: window.opensAt.toISOString() })
  return window
}

/** @throws Refusal figureNotReturned */
export function assertInScope(report: OpenReport, indicator: IndicatorCode): void {
  if (report.scope !== 'all' && !report.scope.includes(indicator))
    throw new Refusal('figureNotReturned', { indicator })
}

/**
 * The working copy after a save, with the summary row kept in step. The first save marks the report started; a save that
 * wrote nothing leaves everything as it was.
 */
export async function summarise(
  work: Work<'report.prepare'>,
  report: OpenReport,
  hasWritten: boolean,
): Promise<{ cells: Cell[]; rows: RegisterRow[] }> {
  const cells = await readCells(work, report.period)
  const rows = await readRows(work, report.period)
  const { asked, answered } = completenessOf(report.period, cells, rows)
  if (!hasWritten) return { cells, rows }
  const { period, events, version } = report
  if (report.status === 'open') {
    await appendEvent(work, period, events.length + 1, {
      kind: 'started',
      from: 'open',
      to: 'draft',
      version,
    })
  }
  await keepSummary(work, period, {
    status: report.status === 'open' ? 'draft' : report.status,
    version,
    cellsAsked: asked,
    cellsAnswered: answered,
  })
  return { cells, rows }
}
