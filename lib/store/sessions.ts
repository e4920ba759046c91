import type { Actor } from '@/lib/access/roles'
import { toActor } from './actor-row'
import { recordAudit } from './audit'
import { uuid7 } from './uuid7'
import { actorIn, databaseOf, type Work } from './work'

/** A session ends after so many idle minutes, and in any case after so many hours. */
export interface SessionLimits {
  readonly idleMinutes: number
  readonly hours: number
}

/** The condition of a session that is still open. */
export const openWhere = (now: Date, limits: SessionLimits) => ({
  revoked_at: null,
  seen_at: { gte: new Date(now.getTime() - limits.idleMinutes * 60_000) },
  started_at: { gte: new Date(now.getTime() - limits.hours * 3_600_000) },
})

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
  limits: SessionLimits,
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
  const [ended] = await databaseOf(work).$queryRaw<{ id: string; login: string }[]>`
    UPDATE account_session s SET revoked_at = ${work.now} FROM account a
    WHERE a.id = s.account_id AND s.id = ${sessionId}::uuid AND s.revoked_at IS NULL
    RETURNING a.id, a.login`
  if (ended !== undefined) {
    await recordAudit(work, { account: ended.id, login: ended.login, session: sessionId, ended: true })
  }
}

/** Ends every session of an account, at once; returns how many were open. */
export async function revokeSessions(
  work: Work<'account.manage' | 'account.changeOwn'>,
  accountId: string,
  limits: SessionLimits,
): Promise<number> {
  const database = databaseOf(work)
  const owner = await database.account.findUnique({ where: { id: accountId }, select: { login: true } })
  const revoked = await revoke(work, { account_id: accountId }, limits)
  await recordAudit(work, { account: accountId, login: owner?.login ?? null, revoked })
  return revoked
}

/** Ends what fits, the expired ones too, and counts those that were still open. */
async function revoke(
  work: Work,
  which: { readonly account_id: string; readonly id?: string | { readonly not: string } },
  limits: SessionLimits,
): Promise<number> {
  const { account_session: sessions } = databaseOf(work)
  const open = await sessions.count({ where: { ...which, ...openWhere(work.now, limits) } })
  await sessions.updateMany({ where: { ...which, revoked_at: null }, data: { revoked_at: work.now } })
  return open
}

/** One's own session, as it is listed. */
export interface OwnSession {
  readonly id: string
  readonly startedAt: Date
  readonly seenAt: Date
}

/** One's own open sessions, the latest used first. */
export async function readOwnSessions(
  work: Work<'account.readOwn'>,
  limits: SessionLimits,
): Promise<OwnSession[]> {
  const rows = await databaseOf(work).account_session.findMany({
    where: { account_id: actorIn(work).id, ...openWhere(work.now, limits) },
    orderBy: [{ seen_at: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ id: row.id, startedAt: row.started_at, seenAt: row.seen_at }))
}

/** Ends one of one's own sessions, or all but the one named; returns how many were open. */
export async function revokeOwnSessions(
  work: Work<'account.changeOwn'>,
  which: { readonly only: string } | { readonly allBut: string },
  limits: SessionLimits,
): Promise<number> {
  const id = 'only' in which ? which.only : { not: which.allBut }
  const revoked = await revoke(work, { account_id: actorIn(work).id, id }, limits)
  await recordAudit(work, { revoked })
  return revoked
}
