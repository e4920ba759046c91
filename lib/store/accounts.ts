import type { Actor } from '@/lib/access/roles'
import { toActor, type ActorRow } from './actor-row'
import { recordAudit } from './audit'
import { openWhere, type SessionLimits } from './sessions'
import { uuid7 } from './uuid7'
import { databaseOf, sqlState, type Work } from './work'

/** An account as its administrator sees it: everything but the password's hash. */
export interface Account extends Actor {
  readonly mustChangePassword: boolean
  /** Until when the one-time password opens a session. */
  readonly oneTimeUntil: Date | null
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
  readonly createdAt: Date
  readonly openSessions: number
}

const toAccount = (row: ActorRow & AccountColumns): Account => ({
  ...toActor(row),
  mustChangePassword: row.must_change_password,
  oneTimeUntil: row.one_time_until,
  lockedUntil: row.locked_until,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
  openSessions: row._count.sessions,
})

interface AccountColumns {
  must_change_password: boolean
  one_time_until: Date | null
  locked_until: Date | null
  disabled_at: Date | null
  created_at: Date
  _count: { sessions: number }
}

/** All accounts with the number of their open sessions; one account when its id is given. */
export async function readAccounts(
  work: Work<'account.manage'>,
  limits: SessionLimits,
  accountId?: string,
): Promise<Account[]> {
  const rows = await databaseOf(work).account.findMany({
    where: accountId === undefined ? {} : { id: accountId },
    orderBy: [{ role: 'asc' }, { login: 'asc' }],
    include: { _count: { select: { sessions: { where: openWhere(work.now, limits) } } } },
  })
  return rows.map(toAccount)
}

export interface NewAccount extends Omit<Actor, 'id'> {
  readonly passwordHash: string
  /** Until when it opens a session. */
  readonly oneTimeUntil: Date
}

/** Creates an account that must change its password first. Answers 'loginTaken' instead of failing. */
export async function createAccount(
  work: Work<'account.manage'>,
  account: NewAccount,
): Promise<{ readonly id: string } | 'loginTaken'> {
  const { passwordHash, oneTimeUntil, login, ...rest } = account
  const id = uuid7(work.now)
  const found = await databaseOf(work).account.findUnique({ where: { login: login.toLowerCase() } })
  if (found !== null) return 'loginTaken'
  try {
    await databaseOf(work).account.createMany({
      data: [
        {
          ...rest,
          id,
          login: login.toLowerCase(),
          password_hash: passwordHash,
          one_time_until: oneTimeUntil,
          created_at: work.now,
        },
      ],
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
  const { login } = await databaseOf(work).account.update({
    where: { id: accountId },
    data: { disabled_at: disabled ? work.now : null },
    select: { login: true },
  })
  await recordAudit(work, { account: accountId, login, disabled })
}
