import type { Period } from '@/lib/values'
import type { Part } from './ask-together'
import { Prisma } from './generated/client'
import type { EventKind } from './reports'
import { actorIn, type Work } from './work'

/** A step in the life of some report, as lists show it. */
export interface ListedEvent {
  readonly city: string
  readonly period: Period
  readonly kind: EventKind
  readonly version: number
  readonly actorName: string
  readonly at: Date
  /** For a return: how many figures and register rows it names; 0 when the whole report was returned. */
  readonly returned: number
}

/** The latest step of a report, and when its first version was submitted. */
export interface LatestEvent extends ListedEvent {
  readonly firstSubmittedAt: Date
}

/** The latest step of each of these submitted reports, within the permit's reach. */
export const latestEvents = (
  reports: readonly { readonly city: string; readonly period: Period }[],
): Part<LatestEvent> => ({
  sql: Prisma.sql`
    SELECT e.city, e.period, e.kind, e.version, e.actor_name AS "actorName", e.at,
      (SELECT count(*)::int FROM returned_figure r WHERE (r.city, r.period, r.seq) = (e.city, e.period, e.seq))
        + (SELECT count(*)::int FROM returned_row r WHERE (r.city, r.period, r.seq) = (e.city, e.period, e.seq)) AS returned,
      (SELECT min(v.submitted_at) FROM report_version v WHERE (v.city, v.period) = (e.city, e.period) AND NOT EXISTS (
         SELECT FROM report_event w WHERE (w.city, w.period, w.version, w.kind) = (v.city, v.period, v.version, 'withdrawn')))
        AS "firstSubmittedAt"
    FROM unnest(${reports.map(({ city }) => city)}::text[], ${reports.map(({ period }) => period)}::text[])
      AS a (city, period)
    CROSS JOIN LATERAL (
      SELECT * FROM report_event r WHERE r.city = a.city AND r.period = a.period ORDER BY r.seq DESC LIMIT 1) e
    ORDER BY e.city, e.period`,
  moments: ['at', 'firstSubmittedAt'],
})

/** The last steps that the actor took, the latest first. */
export const ownEvents = (work: Work<'queue.read'>, limit: number): Part<ListedEvent> => ({
  sql: Prisma.sql`
    SELECT e.city, e.period, e.kind, e.version, e.actor_name AS "actorName", e.at,
      (SELECT count(*)::int FROM returned_figure r WHERE (r.city, r.period, r.seq) = (e.city, e.period, e.seq))
        + (SELECT count(*)::int FROM returned_row r WHERE (r.city, r.period, r.seq) = (e.city, e.period, e.seq)) AS returned
    FROM report_event e
    WHERE e.actor = ${actorIn(work).id}::uuid
    ORDER BY e.at DESC, e.city, e.period
    LIMIT ${limit}`,
  moments: ['at'],
})
