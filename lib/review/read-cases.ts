import { mayEver, type Permit } from '@/lib/access/authorize'
import { isCountCode, isRegisterCode } from '@/lib/notice'
import { readCasePage, type CasePage, type CaseQuestion } from '@/lib/store/case-pages'
import type { Claim, DuplicateCase } from '@/lib/store/cases'
import { readCities, type City } from '@/lib/store/cities'
import { notesOfProvinces, type ProvinceNote } from '@/lib/store/province-notes'
import { begin } from '@/lib/store/work'
import type { Query } from '@/lib/values'
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

/** A page of the cases within a reviewer's reach, and whether this reviewer may decide. */
export interface CaseList extends Omit<CasePage, 'cases'> {
  readonly cases: readonly ShownCase[]
  readonly mayDecide: boolean
  /** Whether this reviewer may add what the province says. */
  readonly mayNote: boolean
}

/** Reads the question of an address; what is not understood is left at its default. */
export function caseQuestionOf(asked: Query): CaseQuestion {
  const text = (name: string): string => {
    const value = asked[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const indicator = text('indicator')
  return {
    state: (['open', 'decided'] as const).find((state) => state === text('state')) ?? 'all',
    indicator: isRegisterCode(indicator) && isCountCode(indicator) ? indicator : null,
    text: text('q').slice(0, 60),
    page: /^[1-9]\d{0,5}$/.test(text('page')) ? Number(text('page')) : 1,
  }
}

/** The cases that are asked for: those that wait for a decision first, then by number, the newest first; in three statements. */
export function readCases(permit: Permit<'case.read'>, question: CaseQuestion): Promise<CaseList> {
  return begin(permit, async (work) => {
    const { cases, ...page } = await readCasePage(work, question)
    const cities = await readCities(work)
    const notes = await notesOfProvinces(
      work,
      cases.map(({ number }) => number),
    )
    const shown = cases.map((each): ShownCase => ({
      ...each,
      claims: each.claims.flatMap((claim) =>
        cities.filter(({ code }) => code === claim.city).map((place) => ({ ...claim, place })),
      ),
      isDecided: isDecided(each),
      byName: each.identity.startsWith('name:') ? (each.claims[0]?.name ?? '') : null,
      notes: notes.filter(({ number }) => number === each.number),
      cities,
    }))
    return {
      ...page,
      cases: shown,
      mayDecide: mayEver(permit.actor, 'case.decide'),
      mayNote: mayEver(permit.actor, 'case.note'),
    }
  })
}
