import type { Actor } from '@/lib/access/roles'
import { toActor } from './actor-row'
import { recordAudit } from './audit'
import { databaseOf, type Work } from './work'

/** What signing in needs to know. */
export interface Credentials {
  readonly actor: Actor
  readonly passwordHash: string
  readonly failedAttempts: number
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
  readonly mustChangePassword: boolean
  /** Until when a one-time password opens a session; null: for good, or there is none. */
  readonly oneTimeUntil: Date | null
}

/**
 * The account of a login, for whoever is signing in; null when there is none. `locking`: waits for whoever else is being
 * let in or counted, and holds the account until the transaction ends.
 */
export async function findCredentials(
  work: Work<'identity.verify'>,
  login: string,
  { locking = false } = {},
): Promise<Credentials | null> {
  // No login has a control sign, and PostgreSQL refuses to look for a NUL.
  if (/\p{Cc}/u.test(login)) return null
  const database = databaseOf(work)
  const where = { login: login.toLowerCase() }
  if (locking) await database.$queryRaw`SELECT 1 FROM account WHERE login = ${where.login} FOR UPDATE`
  const row = await database.account.findUnique({ where })
  if (row === null) return null
  return {
    actor: toActor(row),
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    disabledAt: row.disabled_at,
    mustChangePassword: row.must_change_password,
    oneTimeUntil: row.one_time_until,
  }
}

/**
 * Counts a failed attempt and, at the last one allowed, locks the account: in one statement, so that guessing in
 * parallel gains nothing.
 */
export async function countFailure(
  work: Work<'identity.verify'>,
  { id, login }: Actor,
  limit: { readonly attempts: number; readonly minutes: number },
): Promise<void> {
  const lockedUntil = new Date(work.now.getTime() + limit.minutes * 60_000)
  const [row] = await databaseOf(work).$queryRaw<{ failed_attempts: number }[]>`
    UPDATE account SET
      locked_until = CASE WHEN failed_attempts + 1 >= ${limit.attempts} THEN ${lockedUntil} ELSE locked_until END,
      failed_attempts = CASE WHEN failed_attempts + 1 >= ${limit.attempts} THEN 0 ELSE failed_attempts + 1 END
    WHERE id = ${id}::uuid
    RETURNING failed_attempts`
  await recordAudit(work, { account: id, login, locked: row?.failed_attempts === 0 }, 'refused')
}

/** The accounts with these logins that are not disabled, as they are shown by name. */
export async function findActors(work: Work<'identity.verify'>, logins: readonly string[]): Promise<Actor[]> {
  const rows = await databaseOf(work).account.findMany({
    where: { login: { in: [...logins] }, disabled_at: null },
  })
  return rows.map(toActor)
}

/** Stores a new password hash; `oneTimeUntil` when an administrator set it, null when the person did. */
export async function setPassword(
  work: Work<'account.manage' | 'account.changeOwn'>,
  accountId: string,
  passwordHash: string,
  oneTimeUntil: Date | null,
): Promise<void> {
  const { login } = await databaseOf(work).account.update({
    where: { id: accountId },
    data: {
      password_hash: passwordHash,
      must_change_password: oneTimeUntil !== null,
      one_time_until: oneTimeUntil,
      failed_attempts: 0,
      locked_until: null,
    },
    select: { login: true },
  })
  await recordAudit(work, { account: accountId, login, passwordChanged: true })
}

/** The hash of the actor's own password. */
export async function readOwnHash(
  work: Work<'account.changeOwn'>,
  accountId: string,
): Promise<string | null> {
  const row = await databaseOf(work).account.findUnique({
    where: { id: accountId },
    select: { password_hash: true },
  })
  return row?.password_hash ?? null
}

/** Remembers the language a person chose. */
export async function setLocale(
  work: Work<'account.changeOwn'>,
  accountId: string,
  locale: 'zh-CN' | 'en',
): Promise<void> {
  await databaseOf(work).account.update({ where: { id: accountId }, data: { locale } })
}
