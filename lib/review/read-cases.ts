import { mayEver, type Permit } from '@/lib/access/authorize'
import { readCases as read, type Claim, type DuplicateCase } from '@/lib/store/cases'
import { readCities, type City } from '@/lib/store/cities'
import { notesOfProvinces, type ProvinceNote } from '@/lib/store/province-notes'
import { begin } from '@/lib/store/work'
import { isDecided } from './decide-case'

/** One city's side of a case, with its name. */
export interface ShownClaim extends Claim {
  readonly place: City
}

/** A case as a reviewer sees it. */
export interface ShownCase extends Omit<DuplicateCase, 'claims'> {
  readonly claims: readonly ShownClaim[]
  readonly isDecided: boolean
  /** Of a case about a name: that name, as one side wrote it; null where a credit code tells who it is. */
  readonly byName: string | null
  /** What provinces say of it; a province reads its own. */
  readonly notes: readonly ProvinceNote[]
  /** Cities by code, to name those that decisions speak of. */
  readonly cities: readonly City[]
}

/** The cases within a reviewer's reach, and whether this reviewer may decide. */
export interface CaseList {
  readonly cases: readonly ShownCase[]
  readonly mayDecide: boolean
  /** Whether this reviewer may add what the province says. */
  readonly mayNote: boolean
}

/** Every case: those that wait for a decision first, then by number, the newest first. */
export function readCases(permit: Permit<'case.read'>): Promise<CaseList> {
  return begin(permit, async (work) => {
    const cities = await readCities(work)
    const notes = await notesOfProvinces(work)
    const shown = (await read(work)).map((each): ShownCase => ({
      ...each,
      claims: each.claims.flatMap((claim) =>
        cities.filter(({ code }) => code === claim.city).map((place) => ({ ...claim, place })),
      ),
      isDecided: isDecided(each),
      byName: each.identity.startsWith('name:') ? (each.claims[0]?.name ?? '') : null,
      notes: notes.filter(({ number }) => number === each.number),
      cities,
    }))
    const waiting = shown.filter((each) => !each.isDecided)
    return {
      cases: [...waiting, ...shown.filter((each) => each.isDecided)],
      mayDecide: mayEver(permit.actor, 'case.decide'),
      mayNote: mayEver(permit.actor, 'case.note'),
    }
  })
}
