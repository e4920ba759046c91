import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { recordAudit } from '@/lib/store/audit'
import { countFailure, findCredentials } from '@/lib/store/credentials'
import { findSession, openSession, revokeSession, type OpenSession } from '@/lib/store/sessions'
import { begin } from '@/lib/store/work'
import { hashPassword, passwordMatches } from './passwords'
import { SESSION_LIMITS } from './session-limits'

/** So many wrong passwords in a row lock an account for so many minutes. */
export const LOCK = { attempts: 5, minutes: 15 }

// An unknown login costs as much time as a wrong password, so that logins cannot be found out.
let decoy: Promise<string> | undefined

/** A session just opened. */
export interface SignedIn {
  readonly sessionId: string
  readonly mustChangePassword: boolean
  /** The language this person chose; null while none was chosen. */
  readonly locale: Actor['locale']
}

/**
 * Checks a login and its password and opens a session; null when they do not fit, or the account is locked (five wrong
 * passwords, for fifteen minutes) or disabled, or the password was a one-time one of more than a week ago: the answer does
 * not say which. What was typed as a login is never kept: people type their passwords there.
 */
export async function signIn(login: string, password: string): Promise<SignedIn | null> {
  const permit = authorize(null, 'identity.verify')
  const found = await begin(permit, (work) => findCredentials(work, login))
  if (found === null) {
    await passwordMatches(password, await (decoy ??= hashPassword('decoy')))
    await begin(permit, (work) => recordAudit(work, { account: null }, 'refused'))
    return null
  }
  const matches = await passwordMatches(password, found.passwordHash)
  // Comparing takes a while. What has happened to the account meanwhile counts, and guesses count one after another.
  // Whoever knew the password is named in the trail; guesses are nobody's.
  return begin(authorize(matches ? found.actor : null, 'identity.verify'), async (work) => {
    const now = await findCredentials(work, login, { locking: true })
    if (now === null) return null
    const { actor, mustChangePassword } = now
    const right = matches && now.passwordHash === found.passwordHash
    const locked = now.lockedUntil !== null && work.now < now.lockedUntil
    const disabled = now.disabledAt !== null
    const isExpired = now.oneTimeUntil !== null && work.now >= now.oneTimeUntil
    if (locked || disabled) {
      await recordAudit(work, { account: actor.id, login: actor.login, locked, disabled }, 'refused')
    } else if (right && isExpired) {
      await recordAudit(work, { account: actor.id, login: actor.login, expired: true }, 'refused')
    } else if (right) {
      return { sessionId: await openSession(work, actor.id), mustChangePassword, locale: actor.locale }
    } else await countFailure(work, actor, LOCK)
    return null
  })
}

/** The person behind a session; null when it was ended, is idle for two hours, or older than twelve. */
export function resumeSession(sessionId: string): Promise<OpenSession | null> {
  return begin(authorize(null, 'identity.verify'), (work) => findSession(work, sessionId, SESSION_LIMITS))
}

/** Ends a session at once. */
export function endSession(sessionId: string): Promise<void> {
  return begin(authorize(null, 'identity.verify'), (work) => revokeSession(work, sessionId))
}
