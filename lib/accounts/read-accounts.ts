import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { ROLES } from '@/lib/access/roles'
import { readAccounts, type Account } from '@/lib/store/accounts'
import { readCities, type City } from '@/lib/store/cities'
import { readPeopleOfCities } from '@/lib/store/people'
import { begin } from '@/lib/store/work'
import { compareText } from '@/lib/values'
import { SESSION_LIMITS } from './session-limits'
import { unreachableCities, type UnreachableCity } from './unreachable-cities'

export interface AccountList {
  readonly now: Date
  readonly accounts: readonly Account[]
  /** For their names, and for the choice of a reach. */
  readonly cities: readonly City[]
  /** Cities that lack people or an address, or whose people's mail could not be delivered. */
  readonly unreachable: readonly UnreachableCity[]
}

// Cities first, then those who review, decide and administer.
const byRole = (a: Account, b: Account): number =>
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || compareText(a.login, b.login)

/** All accounts, and the cities that lack people. */
export function readAccountList(permit: Permit<'account.manage'>): Promise<AccountList> {
  return begin(permit, async (work) => {
    const accounts = (await readAccounts(work, SESSION_LIMITS)).sort(byRole)
    const cities = await readCities(work)
    return {
      now: work.now,
      accounts,
      cities,
      unreachable: unreachableCities(cities, await readPeopleOfCities(work)),
    }
  })
}

/** One account. @throws AccessRefused notFound */
export async function readAccount(
  permit: Permit<'account.manage'>,
  accountId: string,
): Promise<Pick<AccountList, 'now' | 'cities'> & { readonly account: Account }> {
  const { accounts, cities, now } = await readAccountList(permit)
  const account = accounts.find(({ id }) => id === accountId)
  if (account === undefined) throw new AccessRefused('notFound')
  return { account, cities, now }
}

/** The accounts that fit: part of login or name, one role, one state; an empty text asks for nothing. */
export function filterAccounts(
  accounts: readonly Account[],
  asked: { readonly q: string; readonly role: string; readonly state: string },
  now: Date,
): Account[] {
  const q = asked.q.trim().toLowerCase()
  return accounts.filter((account) => {
    const isLocked = account.lockedUntil !== null && now < account.lockedUntil
    const states = [
      ...(account.disabledAt === null && !isLocked ? ['active'] : []),
      ...(isLocked ? ['locked'] : []),
      ...(account.disabledAt === null ? [] : ['disabled']),
      ...(account.mustChangePassword ? ['mustChange'] : []),
    ]
    return (
      (account.login.includes(q) || account.name.toLowerCase().includes(q)) &&
      (asked.role === '' || account.role === asked.role) &&
      (asked.state === '' || states.includes(asked.state))
    )
  })
}
