import type { AuditDetail, AuditEvent } from './audit'
import { databaseOf, type Work } from './work'

/** What of the trail is asked for. */
export interface AuditFilter {
  /** The login, exactly. */
  readonly login?: string
  readonly action?: string
  readonly city?: string
  readonly from?: Date
  /** Before this moment. */
  readonly until?: Date
  readonly isRefused?: boolean
}

/** A page of the trail, newest first; the events after `after`, which is the last one of the page before. */
export async function readTrail(
  work: Work<'audit.read'>,
  filter: AuditFilter,
  limit: number,
  after?: string,
): Promise<AuditEvent[]> {
  const { login, action, city, from, until, isRefused } = filter
  const rows = await databaseOf(work).audit_event.findMany({
    where: {
      actor_name: login,
      action,
      city,
      at: { gte: from, lt: until },
      outcome: isRefused === true ? 'refused' : undefined,
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    actorRole: row.actor_role,
    city: row.city,
    action: row.action,
    outcome: row.outcome === 'done' ? 'done' : 'refused',
    detail: row.detail as AuditDetail,
  }))
}
