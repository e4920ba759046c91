import type { Actor, Role } from '@/lib/access/roles'
import { recordAudit } from './audit'
import { uuid7 } from './uuid7'
import { databaseOf, sqlState, type Work } from './work'

/** An account as its administrator sees it: everything but the password's hash. */
export interface Account extends Actor {
  readonly mustChangePassword: boolean
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
  readonly createdAt: Date
  readonly openSessions: number
}

/** What signing in needs to know. */
export interface Credentials {
  readonly actor: Actor
  readonly passwordHash: string
  readonly failedAttempts: number
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
  readonly mustChangePassword: boolean
}

interface AccountRow {
  id: string
  login: string
  name: string
  role: string
  city: string | null
  province: string | null
  locale: string
}

const toActor = ({ id, login, name, role, city, province, locale }: AccountRow): Actor => ({
  id,
  login,
  name,
  role: role as Role,
  city,
  province,
  locale: locale === 'en' ? 'en' : 'zh-CN',
})

/** The account of a login, for whoever is signing in; null when there is none. */
export async function findCredentials(
  work: Work<'identity.verify'>,
  login: string,
): Promise<Credentials | null> {
  const row = await databaseOf(work).account.findUnique({ where: { login: login.toLowerCase() } })
  if (row === null) return null
  return {
    actor: toActor(row),
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    disabledAt: row.disabled_at,
    mustChangePassword: row.must_change_password,
  }
}

/** Counts a failed attempt, and locks the account until the given moment when there is one. */
export async function countFailure(
  work: Work<'identity.verify'>,
  accountId: string,
  lockUntil: Date | null,
): Promise<void> {
  await databaseOf(work).account.update({
    where: { id: accountId },
    data: {
      failed_attempts: lockUntil === null ? { increment: 1 } : 0,
      ...(lockUntil === null ? {} : { locked_until: lockUntil }),
    },
  })
  await recordAudit(work, { account: accountId, locked: lockUntil !== null }, 'refused')
}

/** Opens a session and clears the failures; returns the session's id. */
export async function openSession(work: Work<'identity.verify'>, accountId: string): Promise<string> {
  const database = databaseOf(work)
  const id = uuid7(work.now)
  await database.account.update({
    where: { id: accountId },
    data: { failed_attempts: 0, locked_until: null },
  })
  await database.account_session.createMany({
    data: [{ id, account_id: accountId, started_at: work.now, seen_at: work.now }],
  })
  await recordAudit(work, { account: accountId, session: id })
  return id
}

export interface OpenSession {
  readonly actor: Actor
  readonly mustChangePassword: boolean
}

/**
 * The person behind a session that is neither revoked, idle nor too old, and whose account is not disabled; else null.
 * Being seen is written at most once a minute, so that reading a page costs no write.
 */
export async function findSession(
  work: Work<'identity.verify'>,
  sessionId: string,
  limits: { readonly idleMinutes: number; readonly hours: number },
): Promise<OpenSession | null> {
  const database = databaseOf(work)
  const row = await database.account_session.findUnique({
    where: { id: sessionId },
    include: { account: true },
  })
  if (row === null || row.revoked_at !== null || row.account.disabled_at !== null) return null
  const idle = work.now.getTime() - row.seen_at.getTime()
  if (
    idle > limits.idleMinutes * 60_000 ||
    work.now.getTime() - row.started_at.getTime() > limits.hours * 3_600_000
  )
    return null
  if (idle > 60_000)
    await database.account_session.update({ where: { id: sessionId }, data: { seen_at: work.now } })
  return { actor: toActor(row.account), mustChangePassword: row.account.must_change_password }
}

/** Ends one session, at once. */
export async function revokeSession(work: Work<'identity.verify'>, sessionId: string): Promise<void> {
  await databaseOf(work).account_session.updateMany({
    where: { id: sessionId, revoked_at: null },
    data: { revoked_at: work.now },
  })
  await recordAudit(work, { session: sessionId, ended: true })
}

/** Ends every session of an account, at once; returns how many. */
export async function revokeSessions(
  work: Work<'account.manage' | 'account.changeOwn'>,
  accountId: string,
): Promise<number> {
  const { count } = await databaseOf(work).account_session.updateMany({
    where: { account_id: accountId, revoked_at: null },
    data: { revoked_at: work.now },
  })
  await recordAudit(work, { account: accountId, revoked: count })
  return count
}

/** All accounts with the number of their open sessions. */
export async function readAccounts(work: Work<'account.manage'>): Promise<Account[]> {
  const rows = await databaseOf(work).account.findMany({
    orderBy: [{ role: 'asc' }, { login: 'asc' }],
    include: { _count: { select: { sessions: { where: { revoked_at: null } } } } },
  })
  return rows.map((row) => ({
    ...toActor(row),
    mustChangePassword: row.must_change_password,
    lockedUntil: row.locked_until,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    openSessions: row._count.sessions,
  }))
}

export interface NewAccount extends Omit<Actor, 'id'> {
  readonly passwordHash: string
}

/** Creates an account that must change its password first. Answers 'loginTaken' instead of failing. */
export async function createAccount(
  work: Work<'account.manage'>,
  account: NewAccount,
): Promise<{ readonly id: string } | 'loginTaken'> {
  const { passwordHash, login, ...rest } = account
  const id = uuid7(work.now)
  const found = await databaseOf(work).account.findUnique({ where: { login: login.toLowerCase() } })
  if (found !== null) return 'loginTaken'
  try {
    await databaseOf(work).account.createMany({
      data: [{ ...rest, id, login: login.toLowerCase(), password_hash: passwordHash, created_at: work.now }],
    })
  } catch (error) {
    if (sqlState(error) === '23505') return 'loginTaken'
    throw error
  }
  await recordAudit(work, { account: id, login: login.toLowerCase(), role: account.role })
  return { id }
}

/** Disables an account or lets it in again. */
export async function setDisabled(
  work: Work<'account.manage'>,
  accountId: string,
  disabled: boolean,
): Promise<void> {
  await databaseOf(work).account.update({
    where: { id: accountId },
    data: { disabled_at: disabled ? work.now : null },
  })
  await recordAudit(work, { account: accountId, disabled })
}

/** Stores a new password hash; `mustChange` when an administrator set it. */
export async function setPassword(
  work: Work<'account.manage' | 'account.changeOwn'>,
  accountId: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await databaseOf(work).account.update({
    where: { id: accountId },
    data: {
      password_hash: passwordHash,
      must_change_password: mustChange,
      failed_attempts: 0,
      locked_until: null,
    },
  })
  await recordAudit(work, { account: accountId, passwordChanged: true })
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
