import type { City } from '@/lib/store/cities'
import type { CityPeople } from '@/lib/store/people'

/** A city that lacks people, or an address to tell them at, and those of its people whose mail could not be delivered. */
export interface UnreachableCity {
  readonly city: City
  readonly missing: readonly ('noOfficer' | 'noCertifier' | 'noAddress')[]
  readonly undelivered: CityPeople['undelivered']
}

/** The cities whose people cannot be told everything, in the order of the cities. A city that `people` does not name has nobody. */
export function unreachableCities(
  cities: readonly City[],
  people: readonly CityPeople[],
): readonly UnreachableCity[] {
  const byCity = new Map(people.map((each) => [each.city, each]))
  return cities.flatMap((city) => {
    const own = byCity.get(city.code)
    const missing: UnreachableCity['missing'][number][] = []
    if (own?.hasOfficer !== true) missing.push('noOfficer')
    if (own?.hasCertifier !== true) missing.push('noCertifier')
    if (own?.hasAddress === false) missing.push('noAddress')
    const undelivered = own?.undelivered ?? []
    return missing.length + undelivered.length === 0 ? [] : [{ city, missing, undelivered }]
  })
}
