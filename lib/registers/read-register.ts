import { AccessRefused, mayEver, type Permit } from '@/lib/access/authorize'
import {
  indicator as indicatorOf,
  indicators,
  isCountCode,
  isRegisterCode,
  type IndicatorCode,
  type RegisterCode,
  type RegisterIndicator,
} from '@/lib/notice'
import { isEditable } from '@/lib/reporting/moves'
import { openRows } from '@/lib/reporting/working-copy'
import { readDraft, type Draft } from '@/lib/reporting/read-draft'
import { identityOf } from '@/lib/rules/count-distinct'
import { registerStanding, type EarlierEntity, type RegisterStanding } from '@/lib/rules/register-standing'
import { requiredPath } from '@/lib/rules/required-path'
import type { Cell } from '@/lib/store/cells'
import { readRows, readSubmittedRowIds, type RegisterRow } from '@/lib/store/register-rows'
import { begin } from '@/lib/store/work'
import { compareText, type Quarter } from '@/lib/values'

/** Why a register cannot be edited: looked back at, not this person's duty, not yet, too late, not now, or another figure was returned. */
export type RegisterClosed = 'past' | 'role' | 'notOpen' | 'locked' | 'status' | 'notReturned'

/** A threshold for the whole span and what it requires up to this quarter, exactly; null where it cannot be said. */
export interface RegisterGoal {
  readonly end: string
  readonly toDate: string | null
}

/** One register of a report in hand, with what stands around it. */
export interface Register extends Pick<
  Draft,
  | 'city'
  | 'window'
  | 'now'
  | 'status'
  | 'version'
  | 'completeness'
  | 'returned'
  | 'evidence'
  | 'conversations'
> {
  readonly indicator: RegisterIndicator
  readonly closed: RegisterClosed | null
  /** The only rows that were returned and may be changed; null where the whole register may be. */
  readonly open: readonly string[] | null
  /** In the order in which they were entered. */
  readonly rows: readonly RegisterRow[]
  /** Taken out of this working copy; they can be put back. */
  readonly removed: readonly RegisterRow[]
  /** Ids of those that stand in a submitted version: withdrawn with a reason, never deleted. */
  readonly submitted: readonly string[]
  /** What the cell beside a count says ("none this quarter"); null if it was never filled in, or there is no count. */
  readonly declaration: Cell | null
  readonly standing: RegisterStanding
  /** What the city's earlier reports have counted, each entity once, latest first. */
  readonly earlier: readonly EarlierEntity[]
  /** Null where nothing is counted: a person judges by the rows. */
  readonly floor: RegisterGoal | null
  readonly target: RegisterGoal | null
  /** Every register of this report, with its number of rows. */
  readonly registers: readonly { readonly code: RegisterCode; readonly rows: number }[]
}

/** Reads one register. @throws AccessRefused notFound when there is no such period or register */
export async function readRegister(
  permit: Permit<'draft.read'>,
  period: Quarter,
  code: IndicatorCode,
): Promise<Register> {
  if (!isRegisterCode(code)) throw new AccessRefused('notFound')
  const indicator = indicatorOf(code) as RegisterIndicator
  const draft = await readDraft(permit, period)
  const { all, submitted } = await begin(permit, async (work) => ({
    all: await readRows(work, period),
    submitted: await readSubmittedRowIds(work, period),
  }))
  const byEntry = (rows: readonly RegisterRow[]) =>
    rows.filter((row) => row.indicator === code).toSorted((a, b) => compareText(a.id, b.id))
  const rows = byEntry(draft.rows)
  const earlier = draft.known.entities.filter((entity) => entity.indicator === code && entity.period < period)
  const target = draft.known.targets.find((candidate) => candidate.indicator === code)
  return {
    city: draft.city,
    window: draft.window,
    now: draft.now,
    status: draft.status,
    version: draft.version,
    completeness: draft.completeness,
    returned: draft.returned,
    evidence: draft.evidence,
    conversations: draft.conversations.filter((each) => each.indicator === code),
    indicator,
    closed: closedBy(permit, draft, code),
    open: draft.scope === 'all' || draft.scope.includes(code) ? null : openRows(draft.returned, code),
    rows,
    removed: byEntry(all.filter((row) => row.removed)),
    submitted: [...submitted],
    declaration: isCountCode(code) ? (draft.cells.find((cell) => cell.indicator === code) ?? null) : null,
    standing: registerStanding(rows, earlier, {
      indicator: code,
      cases: draft.known.cases,
      places: draft.known.places,
    }),
    earlier: onceEach(earlier),
    floor: indicator.floor === null ? null : goal(draft, period, code, String(indicator.floor)),
    target: target === undefined ? null : goal(draft, period, code, target.value),
    registers: indicators
      .map(({ code: each }) => each)
      .filter(isRegisterCode)
      .map((each) => ({ code: each, rows: draft.rows.filter((row) => row.indicator === each).length })),
  }
}

function closedBy(permit: Permit, draft: Draft, code: IndicatorCode): RegisterClosed | null {
  if (permit.known !== null) return 'past'
  if (!mayEver(permit.actor, 'report.prepare')) return 'role'
  if (draft.scope === 'all') return null
  if (draft.scope !== 'none') {
    return draft.scope.includes(code) || openRows(draft.returned, code).length > 0 ? null : 'notReturned'
  }
  if (!isEditable(draft.status)) return 'status'
  return draft.now < draft.window.opensAt ? 'notOpen' : 'locked'
}

function goal(draft: Draft, period: Quarter, code: IndicatorCode, end: string): RegisterGoal {
  const path = requiredPath(code, {}, draft.known.configuration, { target: end })
  return { end, toDate: path.points.find((point) => point.quarter === period)?.required ?? null }
}

/** The first report of each entity, latest first; a later one that repeats it adds nothing. */
function onceEach(entities: readonly EarlierEntity[]): EarlierEntity[] {
  const first = new Map<string, EarlierEntity>()
  for (const entity of entities.toSorted((a, b) => compareText(a.period, b.period))) {
    const identity = identityOf(entity)
    const { name, creditCode, period } = entity
    if (!first.has(identity)) first.set(identity, { name, creditCode, period })
  }
  return [...first.values()].toReversed()
}
