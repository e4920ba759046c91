import type { IndicatorCode } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import { appendLedger } from './ledger'
import { auditRow } from './audit'
import { insertRows, insertSql } from './insert-rows'
import { actorIn, databaseOf, sqlState, type Work } from './work'

export const STATUSES = [
  'open',
  'draft',
  'certified',
  'submitted',
  'forwarded',
  'returned',
  'accepted',
] as const
export type Status = (typeof STATUSES)[number]

export const EVENT_KINDS = [
  'started',
  'certified',
  'recalled',
  'submitted',
  'forwarded',
  'returned',
  'accepted',
  'restated',
  'withdrawn',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** One step in the life of a report. `version` is the version being prepared or reviewed at that step. */
export interface ReportEvent {
  readonly seq: number
  readonly kind: EventKind
  readonly from: Status
  readonly to: Status
  readonly version: number
  readonly contentHash: string | null
  readonly reason: string | null
  readonly actorId: string
  readonly actorName: string
  readonly actorRole: string
  readonly at: Date
  /** For a return: the figures it names, each with its own reason; empty when the whole report was returned. */
  readonly returned: readonly { readonly indicator: IndicatorCode; readonly reason: string }[]
  /** For a return: the register rows it names, likewise. */
  readonly returnedRows: readonly ReturnedRow[]
}

/** A register row that a return names; its register and its name are those of the version that was returned. */
export interface ReturnedRow {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly name: string
  readonly reason: string
}

/** Whether a return opens everything again: it names neither a figure nor a row. */
export const isWholeReturn = ({
  returned,
  returnedRows,
}: Pick<ReportEvent, 'returned' | 'returnedRows'>): boolean =>
  returned.length === 0 && returnedRows.length === 0

/** The status is a fold over the events: where the last one led. */
export const statusOf = (events: readonly ReportEvent[]): Status => events.at(-1)?.to ?? 'open'

/** Whether a step made a version for good: a submission, or an approved restatement. */
export const bringsVersion = ({ kind }: Pick<ReportEvent, 'kind'>): boolean =>
  kind === 'submitted' || kind === 'restated'

/** Versions that the city took back before anybody reviewed them. */
export const withdrawnVersions = (events: readonly ReportEvent[]): ReadonlySet<number> =>
  new Set(events.filter(({ kind }) => kind === 'withdrawn').map(({ version }) => version))

/** The submissions that were not taken back, first to last. */
export function standingSubmissions(events: readonly ReportEvent[]): ReportEvent[] {
  const withdrawn = withdrawnVersions(events)
  return events.filter(({ kind, version }) => kind === 'submitted' && !withdrawn.has(version))
}

/** The version now being prepared: one more than those already there. */
export const versionInHand = (events: readonly ReportEvent[]): number =>
  events.filter(bringsVersion).length +
  (['submitted', 'forwarded', 'accepted'].includes(statusOf(events)) ? 0 : 1)

/**
 * Makes sure the report exists and locks it until the end of the transaction, so that its moves happen one after another. Of
 * a city or a period that there is not, there is no report and hence no move.
 */
export async function lockReport(work: Work, period: Period): Promise<void> {
  const database = databaseOf(work)
  const lock = (): Promise<unknown[]> =>
    database.$queryRaw`SELECT 1 FROM report WHERE city = ${work.city} AND period = ${period} FOR UPDATE`
  if ((await lock()).length > 0) return
  await database.$executeRaw`
    INSERT INTO report (city, period, created_at)
    SELECT c.code, p.period, ${work.now}::timestamptz FROM city c, reporting_period p
    WHERE c.code = ${work.city} AND p.period = ${period}
    ON CONFLICT DO NOTHING`
  await lock()
}

/** The life of one report, in order. */
export function readEvents(work: Work, period: Period): Promise<ReportEvent[]> {
  return askAlone(work, eventRows(work, period))
}

/** The same as a part of a larger question. */
export const eventRows = ({ city }: Work, period: Period): Part<ReportEvent> => ({
  sql: Prisma.sql`
    SELECT e.seq, e.kind, e.from_status AS "from", e.to_status AS "to", e.version, e.content_hash AS "contentHash", e.reason,
      e.actor::text AS "actorId", e.actor_name AS "actorName", e.actor_role AS "actorRole", e.at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', f.indicator, 'reason', f.reason) ORDER BY f.indicator), '[]')
       FROM returned_figure f WHERE f.city = e.city AND f.period = e.period AND f.seq = e.seq) AS returned,
      CASE e.kind WHEN 'returned' THEN returned_rows(e.city, e.period, e.seq) ELSE '[]' END AS "returnedRows"
    FROM report_event e WHERE e.city = ${city} AND e.period = ${period} ORDER BY e.seq`,
  moments: ['at'],
})

export interface NewEvent {
  readonly kind: EventKind
  readonly from: Status
  readonly to: Status
  readonly version: number
  readonly contentHash?: string
  readonly reason?: string
  readonly returned?: readonly { readonly indicator: IndicatorCode; readonly reason: string }[]
  readonly returnedRows?: readonly { readonly id: string; readonly reason: string }[]
}

/**
 * Appends a step, its ledger entry and its audit row. The caller holds the report's lock and has read the events.
 * @throws Refusal when the database's own table of moves, or its rule on certifiers, says no
 */
export async function appendEvent(work: Work, period: Period, seq: number, event: NewEvent): Promise<void> {
  const actor = actorIn(work)
  const {
    kind,
    from,
    to,
    version,
    contentHash = null,
    reason = null,
    returned = [],
    returnedRows = [],
  } = event
  try {
    const row = {
      city: work.city,
      period,
      seq,
      kind,
      from_status: from,
      to_status: to,
      version,
      content_hash: contentHash,
      reason,
      actor: actor.id,
      actor_name: actor.name,
      actor_role: actor.role,
      at: work.now,
    }
    await databaseOf(work).$executeRaw`/* prepared append_event */
      WITH audited AS (${insertSql('audit_event', [auditRow(work, { period, seq, version, from, to })])})
      ${insertSql('report_event', [row])}`
  } catch (error) {
    const state = sqlState(error)
    if (state === 'CJ003') throw new Refusal('certifierPrepared')
    if (state === 'CJ002' || state === '23505') throw new Refusal('notNow')
    throw error
  }
  const figures = returned.map((figure) => ({ city: work.city, period, seq, ...figure }))
  await insertRows(work, 'returned_figure', figures)
  const rows = returnedRows.map(({ id, reason: why }) => ({ row_id: id, reason: why }))
  await insertRows(
    work,
    'returned_row',
    rows.map((row) => ({ city: work.city, period, seq, version, ...row })),
  )
  await appendLedger(work, `report.${kind}`, {
    period,
    seq,
    version,
    from,
    to,
    contentHash,
    reason,
    returned,
    ...(returnedRows.length > 0 && { returnedRows }),
    actor: { id: actor.id, name: actor.name, role: actor.role },
  })
}
