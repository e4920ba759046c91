import type { Permit } from '@/lib/access/authorize'
import { readCityNames } from '@/lib/store/cities'
import { begin } from '@/lib/store/work'
import type { RefusalNote } from '@/lib/values'

/** Particulars that hold the code of a city; its names stand beside under the same name with Zh and En. */
const CITIES = ['got', 'expected'] as const

/**
 * Refusals of files of other cities with the cities' names beside their codes, since people know cities by name. A code
 * that names no city of the portal stays alone; other refusals stay as they are.
 */
export async function nameCities(
  permit: Permit<'report.prepare' | 'draft.read'>,
  refusals: readonly RefusalNote[],
): Promise<readonly RefusalNote[]> {
  const codes = refusals.flatMap(({ code, detail }) =>
    code === 'cityOther' ? CITIES.map((place) => detail[place] ?? '') : [],
  )
  if (codes.length === 0) return refusals
  const named = new Map(
    (await begin(permit, (work) => readCityNames(work, codes))).map((each) => [each.code, each]),
  )
  return refusals.map((refusal) => {
    if (refusal.code !== 'cityOther') return refusal
    const names = CITIES.flatMap((place) => {
      const city = named.get(refusal.detail[place] ?? '')
      return city === undefined
        ? []
        : [[`${place}Zh`, city.nameZh] as const, [`${place}En`, city.nameEn] as const]
    })
    return { ...refusal, detail: { ...refusal.detail, ...Object.fromEntries(names) } }
  })
}
