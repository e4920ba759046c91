import { actorOf, type Permit } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { readCities, type City } from '@/lib/store/cities'
import { readOwnSessions, type OwnSession } from '@/lib/store/sessions'
import { begin } from '@/lib/store/work'
import { SESSION_LIMITS, type SessionLimits } from './session-limits'

export interface OwnAccount {
  readonly actor: Actor
  /** For people of a city. */
  readonly city: City | null
  /** A city of the province, whose names say it, for provincial reviewers. */
  readonly province: City | null
  readonly sessions: readonly OwnSession[]
  readonly limits: SessionLimits
}

/** What a person sees of the own account. */
export function readOwnAccount(permit: Permit<'account.readOwn'>): Promise<OwnAccount> {
  return begin(permit, async (work) => {
    const actor = actorOf(permit)
    const cities = await readCities(work)
    return {
      actor,
      city: cities.find(({ code }) => code === actor.city) ?? null,
      province: cities.find(({ code }) => code.slice(0, 2) === actor.province) ?? null,
      sessions: await readOwnSessions(work, SESSION_LIMITS),
      limits: SESSION_LIMITS,
    }
  })
}
