import type { Permit } from '@/lib/access/authorize'
import { readCities, saveCity as writeCity, type City } from '@/lib/store/cities'
import { lockReference } from '@/lib/store/lock-reference'
import { begin } from '@/lib/store/work'
import { cleanLine, Refusal } from '@/lib/values'

export type CityForm = City

/** All cities, in pinyin order. */
export function listCities(permit: Permit<'reference.configure'>): Promise<City[]> {
  return begin(permit, readCities)
}

/** Adds a city that is not there yet. @throws Refusal cityWrong, tooLong */
export function addCity(permit: Permit<'reference.configure'>, form: CityForm): Promise<void> {
  const city = readForm(form)
  return begin(permit, async (work) => {
    await lockReference(work)
    const isTaken = (await readCities(work)).some(({ code }) => code === city.code)
    if (isTaken) throw new Refusal('cityWrong', { why: 'taken', got: city.code })
    await writeCity(work, city)
  })
}

/** Corrects the names of a city; its code stays. @throws Refusal cityWrong, tooLong */
export function renameCity(permit: Permit<'reference.configure'>, form: CityForm): Promise<void> {
  const city = readForm(form)
  return begin(permit, async (work) => {
    await lockReference(work)
    const isKnown = (await readCities(work)).some(({ code }) => code === city.code)
    if (!isKnown) throw new Refusal('cityWrong', { why: 'code', got: city.code })
    await writeCity(work, city)
  })
}

const LONGEST = 60

function readForm(form: CityForm): City {
  const code = cleanLine(form.code)
  if (!/^[1-9]\d{5}$/.test(code)) throw new Refusal('cityWrong', { why: 'code', got: code })
  const line = (text: string): string => {
    const clean = cleanLine(text)
    if (clean === '') throw new Refusal('cityWrong', { why: 'name' })
    if (clean.length > LONGEST)
      throw new Refusal('tooLong', { limit: String(LONGEST), got: String(clean.length) })
    return clean
  }
  const cohort = cleanLine(form.cohort)
  if (!/^20\d\d$/.test(cohort)) throw new Refusal('cityWrong', { why: 'cohort', got: cohort })
  return {
    code,
    nameZh: line(form.nameZh),
    nameEn: line(form.nameEn),
    provinceZh: line(form.provinceZh),
    provinceEn: line(form.provinceEn),
    sortKey: line(form.sortKey).toLowerCase(),
    cohort,
  }
}
