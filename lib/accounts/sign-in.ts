import { authorize } from '@/lib/access/authorize'
import {
  countFailure,
  findCredentials,
  findSession,
  openSession,
  revokeSession,
  type OpenSession,
} from '@/lib/store/accounts'
import { begin } from '@/lib/store/work'
import { hashPassword, passwordMatches } from './passwords'

const ATTEMPTS = 5
const LOCK_MINUTES = 15
const LIMITS = { idleMinutes: 120, hours: 12 }

// An unknown login costs as much time as a wrong password, so that logins cannot be found out.
let decoy: Promise<string> | undefined

/**
 * Checks a login and its password and opens a session; null when they do not fit, or the account is locked (five wrong
 * passwords, for fifteen minutes) or disabled: the answer does not say which.
 */
export async function signIn(
  login: string,
  password: string,
): Promise<{ sessionId: string; accountId: string } | null> {
  const permit = authorize(null, 'identity.verify')
  const found = await begin(permit, async (work) => ({
    credentials: await findCredentials(work, login),
    now: work.now,
  }))
  const { credentials, now } = found
  if (credentials === null) {
    await passwordMatches(password, await (decoy ??= hashPassword('decoy')))
    return null
  }
  const right = await passwordMatches(password, credentials.passwordHash)
  const locked = credentials.lockedUntil !== null && now < credentials.lockedUntil
  if (locked || credentials.disabledAt !== null) return null
  return begin(permit, async (work) => {
    if (right)
      return { sessionId: await openSession(work, credentials.actor.id), accountId: credentials.actor.id }
    const lock = credentials.failedAttempts + 1 >= ATTEMPTS
    await countFailure(
      work,
      credentials.actor.id,
      lock ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null,
    )
    return null
  })
}

/** The person behind a session; null when it was ended, is idle for two hours, or older than twelve. */
export function resumeSession(sessionId: string): Promise<OpenSession | null> {
  return begin(authorize(null, 'identity.verify'), (work) => findSession(work, sessionId, LIMITS))
}

/** Ends a session at once. */
export function endSession(sessionId: string): Promise<void> {
  return begin(authorize(null, 'identity.verify'), (work) => revokeSession(work, sessionId))
}
