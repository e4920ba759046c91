import { ACTIONS } from '@/lib/access/actions'
import { insertRows } from './insert-rows'
import { uuid7 } from './uuid7'
import type { Work } from './work'

export interface AuditDetail {
  readonly [key: string]: string | number | boolean | null | readonly string[]
}

export interface AuditEvent {
  readonly id: string
  readonly at: Date
  readonly actorName: string
  readonly actorRole: string
  readonly city: string | null
  readonly action: string
  readonly outcome: 'done' | 'refused'
  readonly detail: AuditDetail
}

/** The audit row of this work. */
export function auditRow(work: Work, detail: AuditDetail, outcome: 'done' | 'refused' = 'done') {
  const { actor, action } = work.permit
  return {
    id: uuid7(work.now),
    at: work.now,
    actor: actor?.id ?? null,
    actor_name: actor?.login ?? (ACTIONS[action].roles === 'portal' ? 'portal' : 'anonymous'),
    actor_role: actor?.role ?? 'anyone',
    city: work.city === '' ? null : work.city,
    action,
    outcome,
    detail,
  }
}

/** Writes the audit row in the same transaction as the deed: if it cannot be written, the deed does not happen. */
export async function recordAudit(
  work: Work,
  detail: AuditDetail = {},
  outcome: 'done' | 'refused' = 'done',
): Promise<void> {
  await insertRows(work, 'audit_event', [auditRow(work, detail, outcome)])
}
