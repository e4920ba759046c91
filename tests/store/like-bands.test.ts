import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readCityPage } from '@/lib/review/read-city'
import { tellBands } from '@/lib/review/tell-bands'
import { packVerdicts } from '@/lib/reporting/packed-verdicts'
import { standingOf, standingTerms } from '@/lib/reporting/keep-standings'
import { HOME, people } from '../support/actors'
import { leadTo, life, makeWorld, row, type World } from '../support/fixtures'

let world: World
let app: pg.Client
beforeAll(async () => {
  world = await makeWorld()
  app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  await life.prepare(people.officer, '2022Q1', [])
  await life.addRows(people.officer, '2022Q1', 'custody_smes', [row('a customer')])
  await leadTo('accepted', people.officer, '2022Q1')
})
afterAll(async () => {
  await app.end()
  await world.drop()
})

/** Other cities of the same year whose quarter is accepted, with so many customers each. */
async function others(counts: readonly number[], from: number): Promise<void> {
  for (const [i, count] of counts.entries()) {
    const code = `9909${String(from + i).padStart(2, '0')}`
    const facts = {
      custody_smes: { '2022Q1': { value: String(count), version: 1, acceptedAt: '2022-10-12' } },
    }
    const verdicts = packVerdicts(
      standingOf(facts, standingTerms([], code, '2022-10-12', '2022Q1'), '2022Q1'),
    )
    await world.owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key) VALUES ($1, $1, $1, '他省', 'Other', $1)`,
      [code],
    )
    await world.owner.query(
      `INSERT INTO quarter_summary (city, period, status, version, accepted_version, cells_asked, cells_answered, changed_at)
       VALUES ($1, '2022Q1', 'accepted', 1, 1, 1, 1, now())`,
      [code],
    )
    await world.owner.query(`INSERT INTO standing VALUES ($1, '2022Q1', '', $2, 0, 0, 0, 0, 0, now())`, [
      code,
      verdicts,
    ])
  }
}
const tell = () => tellBands(authorize(people.cnipa, 'band.tell'), HOME, '2022Q1')
const likes = async () =>
  (await readCityPage(authorize(people.officer, 'city.read', HOME), '2022Q1'))?.likes.find(
    ({ indicator }) => indicator === 'custody_smes',
  )
/** What is found under the settings of a permit of one city, whatever is asked. */
async function asCity(city: string, sql: string): Promise<unknown[]> {
  await app.query('BEGIN')
  await app.query(`SELECT set_config('app.scope', 'city', true), set_config('app.city', $1, true)`, [city])
  const { rows } = await app.query<Record<string, unknown>>(sql)
  await app.query('ROLLBACK')
  return rows
}

it('nothing is told of four cities; of five where their middle half lies, coarse; of nine still what was told of five', async () => {
  await others([500, 700, 900], 0)
  await tell()
  expect(await likes()).toBeUndefined()
  await others([1100], 3)
  await tell()
  // Required to date are 750, of what is met for good 1000: of 1, 500, 700, 900 and 1100 the middle half lies from 66.7
  // to 110 per cent.
  const told = { cities: 5, lower: 65, median: 95, upper: 110 }
  expect(await likes()).toMatchObject({ band: told, place: 'below' })
  await others([20, 30, 40, 50], 4)
  await tell()
  expect(await likes()).toMatchObject({ band: told })
  await others([60], 8)
  await tell()
  expect((await likes())?.band.cities).toBe(10)
})

it('a city sees the bands of its own year, what they rest on never, and no other year’s', async () => {
  expect(await asCity(HOME, 'SELECT * FROM like_band_basis')).toEqual([])
  expect(await asCity(HOME, `SELECT DISTINCT indicator FROM like_band`)).toHaveLength(1)
  await world.owner.query(`UPDATE city SET cohort = '2021' WHERE code = $1`, [HOME])
  expect(await asCity(HOME, 'SELECT * FROM like_band')).toEqual([])
  expect(await likes()).toBeUndefined()
})

it('nobody but the nation tells bands', async () => {
  await expect(
    asCity(HOME, `INSERT INTO like_band VALUES ('2020', '2022Q1', 'x', 9, 5, 5, 5, 10, now())`),
  ).rejects.toMatchObject({ code: '42501' })
  await app.query('ROLLBACK')
})
