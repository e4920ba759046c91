import 'server-only'
import type { Action } from '@/lib/access/actions'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { recordAudit } from '@/lib/store/audit'
import { begin } from '@/lib/store/work'
import { cleanLine } from '@/lib/values'

/** Records an attempt that was refused, so that the audit administrator sees who tried what. */
export async function recordDenied(actor: Actor | null, action: Action, city?: string): Promise<void> {
  await begin(authorize(actor, 'identity.verify'), (work) =>
    recordAudit(
      work,
      { denied: action, target: city === undefined ? null : cleanLine(city).slice(0, 20) },
      'refused',
    ),
  )
}
