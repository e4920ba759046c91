import type { City } from '@/lib/store/cities'
import type { CityContact } from '@/lib/store/people'
import { grouped } from '@/lib/values'

/** A city that lacks people, or an address to tell them at, and those of its people whose mail could not be delivered. */
export interface UnreachableCity {
  readonly city: City
  readonly missing: readonly ('noOfficer' | 'noCertifier' | 'noAddress')[]
  readonly undelivered: readonly CityContact[]
}

/** The cities whose people cannot be told everything, in the order of the cities. */
export function unreachableCities(
  cities: readonly City[],
  contacts: readonly CityContact[],
): readonly UnreachableCity[] {
  const byCity = grouped(contacts, ({ city }) => city)
  return cities.flatMap((city) => {
    const own = byCity.get(city.code) ?? []
    const missing: UnreachableCity['missing'][number][] = []
    if (!own.some(({ role }) => role === 'city_officer')) missing.push('noOfficer')
    if (!own.some(({ role }) => role === 'city_certifier')) missing.push('noCertifier')
    if (own.length > 0 && !own.some(({ email }) => email !== null)) missing.push('noAddress')
    const undelivered = own.filter(({ failed }) => failed > 0)
    return missing.length + undelivered.length === 0 ? [] : [{ city, missing, undelivered }]
  })
}
