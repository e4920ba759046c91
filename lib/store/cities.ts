import { askAlone, type Part } from './ask-together'
import { recordAudit } from './audit'
import { Prisma } from './generated/client'
import { databaseOf, type Work } from './work'

export interface City {
  /** Administrative division code, six digits; the first two are the province. */
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly provinceZh: string
  readonly provinceEn: string
  /** Pinyin, for ordering. */
  readonly sortKey: string
  /** The year in which it was selected, `2020`: what holds for a cohort holds for all cities of that year. */
  readonly cohort: string
}

/** The cities within the permit's reach, in pinyin order. City names are public, yet each page shows only what it may. */
export async function readCities(work: Work): Promise<City[]> {
  return askAlone(work, citiesInReach(work))
}

/** The same as a part of a larger question. */
export const citiesInReach = (work: Work): Part<City> => ({
  sql: Prisma.sql`
    SELECT c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", c.province_zh AS "provinceZh",
      c.province_en AS "provinceEn", c.sort_key AS "sortKey", c.cohort
    FROM city c WHERE ${inReach(work)} ORDER BY c.sort_key, c.code`,
  moments: [],
})

/** Which rows of `city c` a list shows. */
function inReach({ permit: { scope } }: Work): Prisma.Sql {
  if (scope.city !== '') return Prisma.sql`c.code = ${scope.city}`
  if (scope.scope === 'province') return Prisma.sql`left(c.code, 2) = ${scope.province}`
  return Prisma.sql`true`
}

/** What cities are called, within the permit's reach or not: names of cities are public, and nothing else of them is read. */
export async function readCityNames(
  work: Work,
  codes: readonly string[],
): Promise<Pick<City, 'code' | 'nameZh' | 'nameEn'>[]> {
  return askAlone(work, {
    sql: Prisma.sql`
      SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM city WHERE code = ANY (${[...codes]}::text[])`,
    moments: [],
  })
}

/** The permit's own city, of those its holder may see; null when the code names none. */
export async function readCity(work: Work): Promise<City | null> {
  return (await readCities(work)).find(({ code }) => code === work.city) ?? null
}

/** Names by which the permit's city and its province may stand in front of another name. */
export async function readPlaces(work: Work): Promise<string[]> {
  const city = await readCity(work)
  return city === null ? [] : [city.nameZh, city.provinceZh, city.nameEn, city.provinceEn]
}

/** Adds a city, or corrects its names. */
export async function saveCity(work: Work<'reference.configure'>, city: City): Promise<void> {
  const { code, ...names } = city
  const data = {
    name_zh: names.nameZh,
    name_en: names.nameEn,
    province_zh: names.provinceZh,
    province_en: names.provinceEn,
    sort_key: names.sortKey,
    cohort: names.cohort,
  }
  await databaseOf(work).city.upsert({ where: { code }, create: { code, ...data }, update: data })
  await recordAudit(work, { city: code, name: names.nameZh })
}
