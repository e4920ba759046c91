import { AccessRefused, actorOf, type Permit } from '@/lib/access/authorize'
import { CITY_ROLES, ROLES, type Role } from '@/lib/access/roles'
import { createAccount, readAccounts, setDisabled } from '@/lib/store/accounts'
import { readOwnHash, setPassword } from '@/lib/store/credentials'
import { revokeSessions } from '@/lib/store/sessions'
import { readCities } from '@/lib/store/cities'
import { begin, type Work } from '@/lib/store/work'
import { cleanLine, Refusal } from '@/lib/values'
import { hashPassword, oneTimePassword, passwordMatches, requireStrongPassword } from './passwords'
import { oneTimeUntil, SESSION_LIMITS } from './session-limits'

export interface AccountForm {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly city: string
  readonly province: string
}

/**
 * Creates an account with a one-time password, which is returned once, must be changed at the first sign-in and opens nothing
 * after seven days.
 * @throws Refusal loginWrong, loginTaken, nameMissing, tooLong, reachWrong
 */
export async function addAccount(
  permit: Permit<'account.manage'>,
  form: AccountForm,
): Promise<{ login: string; password: string }> {
  const login = form.login.trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(login)) throw new Refusal('loginWrong', { got: form.login })
  const name = cleanLine(form.name)
  if (name === '') throw new Refusal('nameMissing')
  if (name.length > 60) throw new Refusal('tooLong', { limit: '60', got: String(name.length) })
  const role = ROLES.find((candidate) => candidate === form.role)
  if (role === undefined) throw new Refusal('reachWrong', { got: form.role })
  const reach = reachOf(role, form.city.trim(), form.province.trim())
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  const created = await begin(permit, async (work) => {
    const isKnown = reach.city === null || (await readCities(work)).some(({ code }) => code === reach.city)
    if (!isKnown) throw new Refusal('reachWrong', { got: form.city })
    return createAccount(work, {
      ...{ login, name, role, ...reach, locale: null, passwordHash },
      oneTimeUntil: oneTimeUntil(work.now),
    })
  })
  if (created === 'loginTaken') throw new Refusal('loginTaken', { login })
  return { login, password }
}

function reachOf(
  role: Role,
  city: string,
  province: string,
): { city: string | null; province: string | null } {
  const ofCity = (CITY_ROLES as readonly Role[]).includes(role)
  const ofProvince = role === 'provincial_reviewer'
  if (ofCity ? !/^\d{6}$/.test(city) : city !== '') throw new Refusal('reachWrong', { got: city })
  if (ofProvince ? !/^\d{2}$/.test(province) : province !== '')
    throw new Refusal('reachWrong', { got: province })
  return { city: ofCity ? city : null, province: ofProvince ? province : null }
}

/** Disables an account and ends its sessions, or lets it in again. @throws Refusal ownAccount, AccessRefused notFound */
export function disableAccount(
  permit: Permit<'account.manage'>,
  accountId: string,
  disabled: boolean,
): Promise<void> {
  refuseOwn(permit, accountId)
  return begin(permit, async (work) => {
    await requireAccount(work, accountId)
    await setDisabled(work, accountId, disabled)
    if (disabled) await revokeSessions(work, accountId, SESSION_LIMITS)
  })
}

/** Ends all sessions of an account, at once; returns how many. @throws AccessRefused notFound */
export function endSessions(permit: Permit<'account.manage'>, accountId: string): Promise<number> {
  return begin(permit, async (work) => {
    await requireAccount(work, accountId)
    return revokeSessions(work, accountId, SESSION_LIMITS)
  })
}

/** Gives an account a new one-time password, returned once, and ends its sessions. @throws Refusal ownAccount, AccessRefused notFound */
export async function reissuePassword(permit: Permit<'account.manage'>, accountId: string): Promise<string> {
  refuseOwn(permit, accountId)
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  await begin(permit, async (work) => {
    await requireAccount(work, accountId)
    await setPassword(work, accountId, hash, oneTimeUntil(work.now))
    await revokeSessions(work, accountId, SESSION_LIMITS)
  })
  return password
}

/** Changes one's own password and ends all of one's sessions. @throws Refusal passwordWrong, passwordWeak */
export async function changeOwnPassword(
  permit: Permit<'account.changeOwn'>,
  current: string,
  next: string,
): Promise<void> {
  const actor = actorOf(permit)
  const hashed = await begin(permit, (work) => readOwnHash(work, actor.id))
  if (hashed === null || !(await passwordMatches(current, hashed))) throw new Refusal('passwordWrong')
  requireStrongPassword(next, actor.login)
  if (await passwordMatches(next, hashed)) throw new Refusal('passwordWeak', { same: 'yes' })
  const fresh = await hashPassword(next)
  await begin(permit, async (work) => {
    await setPassword(work, actor.id, fresh, null)
    await revokeSessions(work, actor.id, SESSION_LIMITS)
  })
}

function refuseOwn(permit: Permit<'account.manage'>, accountId: string): void {
  if (actorOf(permit).id === accountId) throw new Refusal('ownAccount')
}

/** @throws AccessRefused notFound when there is no such account */
async function requireAccount(work: Work<'account.manage'>, accountId: string): Promise<void> {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId)
  const found = isId ? await readAccounts(work, SESSION_LIMITS, accountId) : []
  if (found.length === 0) throw new AccessRefused('notFound')
}
