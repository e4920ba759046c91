import type { Permit } from '@/lib/access/authorize'
import { readCities } from '@/lib/store/cities'
import { lockReference } from '@/lib/store/lock-reference'
import { readRouteSwitches, writeRouteSwitch, type RouteSwitch } from '@/lib/store/review-routes'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { readReason } from './save-period'

/** How the reports of one cohort are reviewed. */
export interface CohortRoute {
  readonly cohort: string
  readonly cities: number
  /** Whether the province checks first. */
  readonly isOn: boolean
  /** The latest first. */
  readonly switches: readonly RouteSwitch[]
}

/** Every cohort that has cities, the earliest first. */
export function readCohortRoutes(permit: Permit<'reference.configure'>): Promise<CohortRoute[]> {
  return begin(permit, async (work) => {
    const cities = await readCities(work)
    const all = await readRouteSwitches(work)
    return [...new Set(cities.map(({ cohort }) => cohort))].sort().map((cohort) => {
      const switches = all.filter((each) => each.cohort === cohort).toReversed()
      return {
        cohort,
        cities: cities.filter((city) => city.cohort === cohort).length,
        isOn: switches[0]?.isOn ?? true,
        switches,
      }
    })
  })
}

/**
 * Switches the provincial step of a cohort on or off, from this moment, with a reason. No report moves: what waits for its
 * first review waits for whoever reviews first by the new route.
 * @throws Refusal cityWrong (no such cohort), contentChanged (it is so already), reasonMissing, tooLong
 */
export async function switchProvincialStep(
  permit: Permit<'reference.configure'>,
  { cohort, isOn, reason }: { readonly cohort: string; readonly isOn: boolean; readonly reason: string },
): Promise<void> {
  const said = readReason(reason)
  await begin(permit, async (work) => {
    await lockReference(work)
    if (!(await readCities(work)).some((city) => city.cohort === cohort))
      throw new Refusal('cityWrong', { why: 'cohort', got: cohort.slice(0, 20) })
    await writeRouteSwitch(work, { cohort, isOn, reason: said })
  })
}
