import type { Permit } from '@/lib/access/authorize'
import { readProposal, type Fields } from '@/lib/decisions/read-proposal'
import { readCities, type City } from '@/lib/store/cities'
import { begin } from '@/lib/store/work'
import { ok, refuse, Refusal, type Result } from '@/lib/values'
import { rehearseDecision, type Rehearsal } from './rehearse-decision'

/** One configuration as it would be for several cities, and all that could be chosen. */
export interface Together {
  readonly cities: readonly City[]
  readonly chosen: readonly string[]
  /** Null before anything was asked. */
  readonly rehearsal: Result<Rehearsal, Pick<Refusal, 'code' | 'detail'>> | null
}

/** Rehearses one configuration for the cities named, or for all if none is; nothing is proposed or stored. */
export async function rehearseTogether(
  permit: Permit<'decision.propose'>,
  fields: Fields,
): Promise<Together> {
  const cities = await begin(permit, readCities)
  const named = [fields.city ?? []].flat()
  const chosen = cities.map(({ code }) => code).filter((code) => named.length === 0 || named.includes(code))
  if (fields.baseYear === undefined) return { cities, chosen: [], rehearsal: null }
  const picked = named.length === 0 ? [] : chosen
  try {
    const content = readProposal({ ...fields, kind: 'configuration' })
    const rehearsal = await rehearseDecision(permit, ...chosen.map((city) => ({ city, content })))
    return { cities, chosen: picked, rehearsal: ok(rehearsal) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { cities, chosen: picked, rehearsal: refuse({ code: error.code, detail: error.detail }) }
  }
}
