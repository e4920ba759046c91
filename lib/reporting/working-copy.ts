import type { Permit } from '@/lib/access/authorize'
import type { IndicatorCode } from '@/lib/notice'
import { readExtensions } from '@/lib/store/extensions'
import { readPeriod, type ReportingPeriod } from '@/lib/store/periods'
import {
  appendEvent,
  isWholeReturn,
  standingSubmissions,
  statusOf,
  versionInHand,
  type ReportEvent,
  type Status,
} from '@/lib/store/reports'
import type { SummaryChange } from '@/lib/store/summary'
import type { Work } from '@/lib/store/work'
import { beginWithCopy, readWorkingCopy, type WorkingCopy } from '@/lib/store/working-copy'
import { Refusal, type Period } from '@/lib/values'
import type { Completeness } from './asked-cells'
import { deadlineOf } from './deadline'
import { isEditable } from './moves'

/** Which figures may be changed: all, or after a return of chosen figures or rows only those figures. */
export type EditScope = 'all' | 'none' | readonly IndicatorCode[]

/** The return that the city is working on; null when nothing was returned. What was withdrawn answers no return. */
export function lastReturn(events: readonly ReportEvent[]): ReportEvent | null {
  const submitted = standingSubmissions(events).at(-1)
  return (
    events.filter(({ seq }) => seq > (submitted?.seq ?? 0)).findLast((event) => event.kind === 'returned') ??
    null
  )
}

/** What may be edited now, from the life of the report and its dates. */
export function editScope(events: readonly ReportEvent[], window: ReportingPeriod, now: Date): EditScope {
  if (!isEditable(statusOf(events)) || now < window.opensAt) return 'none'
  const returned = lastReturn(events)
  // A returned report may be corrected after the lock: the clock of the lock is the city's, the return is the reviewer's.
  if (returned === null && window.lockedAfter !== null && now > window.lockedAfter) return 'none'
  return returned === null || isWholeReturn(returned)
    ? 'all'
    : returned.returned.map(({ indicator }) => indicator)
}

/** The rows that a return opens by themselves, within registers that stay closed. */
export const openRows = (returned: ReportEvent | null, indicator: IndicatorCode): readonly string[] =>
  returned?.returnedRows.filter((row) => row.indicator === indicator).map(({ id }) => id) ?? []

/** A report locked for editing in this transaction, and its working copy as it stands. */
export interface OpenReport extends WorkingCopy {
  readonly period: Period
  readonly status: Status
  readonly version: number
  readonly scope: readonly IndicatorCode[] | 'all'
}

/**
 * Locks a report for editing and reads it. Nothing is written yet: what is refused altogether starts no report.
 * @param expected the version that was typed for; nothing is written unread into a later one
 * @throws Refusal periodUnknown, periodNotOpen, periodLocked, notEditable, versionPassed
 */
export async function openForEditing(
  work: Work<'report.prepare'>,
  period: Period,
  expected?: number,
): Promise<OpenReport> {
  return openCopy(work, period, await readWorkingCopy(work, period), expected)
}

/** One deed on a report, locked for editing and read with the first statement; the same refusals. */
export function editReport<T>(
  permit: Permit<'report.prepare'>,
  period: Period,
  expected: number | undefined,
  task: (work: Work<'report.prepare'>, report: OpenReport) => Promise<T>,
): Promise<T> {
  // Beginning a report writes more than a save, and a door that is shut may stand open for longer: both take the longer way.
  const suffices = ({ window, events }: WorkingCopy, now: Date) =>
    window !== null && events.length > 0 && editScope(events, window, now) !== 'none'
  return beginWithCopy(permit, period, suffices, async (work, copy) =>
    task(work, await openCopy(work, period, copy, expected)),
  )
}

async function openCopy(
  work: Work<'report.prepare'>,
  period: Period,
  copy: WorkingCopy,
  expected?: number,
): Promise<OpenReport> {
  const window = asOpen(work, period, copy.window)
  const status = statusOf(copy.events)
  if (!isEditable(status)) throw new Refusal('notEditable', { status })
  let scope = editScope(copy.events, window, work.now)
  // Only who finds the door shut looks whether the city has more time: saving stays as short as it is.
  if (scope === 'none') {
    scope = editScope(
      copy.events,
      deadlineOf(window, await readExtensions(work, period), work.city),
      work.now,
    )
  }
  if (scope === 'none') {
    throw new Refusal('periodLocked', { period, lockedAfter: window.lockedAfter?.toISOString() ?? '' })
  }
  const version = versionInHand(copy.events)
  if (expected !== undefined) requireVersion(version, expected)
  return { ...copy, period, status, version, scope }
}

/** @throws Refusal versionPassed when something was said of another version than the one in hand */
export function requireVersion(inHand: number, typedFor: number): void {
  if (inHand !== typedFor)
    throw new Refusal('versionPassed', { typedFor: String(typedFor), inHand: String(inHand) })
}

/** The period's dates. @throws Refusal periodUnknown, periodNotOpen */
export async function openWindow(work: Work, period: Period): Promise<ReportingPeriod> {
  return asOpen(work, period, await readPeriod(work, period))
}

function asOpen(work: Work, period: Period, window: ReportingPeriod | null): ReportingPeriod {
  if (window === null) throw new Refusal('periodUnknown', { period })
  if (work.now < window.opensAt)
    throw new Refusal('periodNotOpen', { period, opensAt: window.opensAt.toISOString() })
  return window
}

/**
 * The rows of a register that may be changed: null for all of them, else those that were returned by themselves.
 * @throws Refusal figureNotReturned when there is none
 */
export function rowsInScope(report: OpenReport, indicator: IndicatorCode): readonly string[] | null {
  if (report.scope === 'all' || report.scope.includes(indicator)) return null
  const rows = openRows(lastReturn(report.events), indicator)
  if (rows.length === 0) throw new Refusal('figureNotReturned', { indicator })
  return rows
}

/** @throws Refusal figureNotReturned, rowNotReturned */
export function assertRowInScope(report: OpenReport, indicator: IndicatorCode, row: string): void {
  if (rowsInScope(report, indicator)?.includes(row) === false) throw new Refusal('rowNotReturned')
}

/** @throws Refusal figureNotReturned */
export function assertInScope(report: OpenReport, indicator: IndicatorCode): void {
  if (report.scope !== 'all' && !report.scope.includes(indicator))
    throw new Refusal('figureNotReturned', { indicator })
}

/**
 * The summary that a save leaves. The first save marks the report started.
 */
export async function startedSummary(
  work: Work<'report.prepare'>,
  { period, events, version, status }: OpenReport,
  { asked, answered }: Completeness,
): Promise<SummaryChange> {
  if (status === 'open') {
    await appendEvent(work, period, events.length + 1, {
      kind: 'started',
      from: 'open',
      to: 'draft',
      version,
    })
  }
  return {
    status: status === 'open' ? 'draft' : status,
    version,
    cellsAsked: asked,
    cellsAnswered: answered,
  }
}
