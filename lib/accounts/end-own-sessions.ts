import type { Permit } from '@/lib/access/authorize'
import { revokeOwnSessions } from '@/lib/store/sessions'
import { begin } from '@/lib/store/work'
import { SESSION_LIMITS } from './session-limits'

/** Ends one of one's own sessions, or all but the present one, at once; returns how many were open. */
export function endOwnSessions(
  permit: Permit<'account.changeOwn'>,
  which: { readonly only: string } | { readonly allBut: string },
): Promise<number> {
  return begin(permit, (work) => revokeOwnSessions(work, which, SESSION_LIMITS))
}
