import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { compareViewOf, readCompare } from '@/lib/review/read-compare'
import { readCityPage } from '@/lib/review/read-city'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { creditCode, fullAnswer, leadTo, life, makeWorld, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await life.prepare(people.officer, '2022Q1', [])
  await life.addRows(people.officer, '2022Q1', 'custody_smes', [row('a customer')])
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('accepted', people.farOfficer, '2022Q1')
  await life.prepare(people.officer, '2022Q2', fullAnswer('later', '1300'))
  await life.addRows(people.officer, '2022Q2', 'custody_smes', [row('another customer', creditCode(2))])
  await life.certify(people.officer, '2022Q2')
  await life.submit(people.officer, '2022Q2')
})
afterAll(() => world.drop())

const both = compareViewOf({ city: [HOME, FAR, NEIGHBOUR] })
const nation = authorize(people.cnipa, 'dashboard.read')
const custody = (compared: Awaited<ReturnType<typeof readCompare>>) =>
  compared.results.find(({ indicator }) => indicator === 'custody_smes')

describe('cities compared', () => {
  it('are those of the choice within one’s own reach', async () => {
    expect((await readCompare(nation, both, 'hidden')).chosen.map(({ code }) => code)).toEqual([
      HOME,
      NEIGHBOUR,
      FAR,
    ])
    const province = authorize(people.province, 'dashboard.read')
    const own = await readCompare(province, both, 'shown')
    expect(own.chosen.map(({ code }) => code)).toEqual([HOME, NEIGHBOUR])
    expect(own.cities.map(({ code }) => code)).toEqual([HOME, NEIGHBOUR])
  })

  it('are judged by what is accepted; what is not stands apart, and only where it is asked for', async () => {
    for (const [unaccepted, pending] of [
      ['hidden', null],
      ['shown', '2'],
    ] as const) {
      const compared = await readCompare(nation, both, unaccepted)
      expect({ asOf: compared.asOf, pending: compared.pending }).toEqual({
        asOf: '2022Q1',
        pending: ['2022Q2'],
      })
      const home = custody(compared)?.paths.find(({ city }) => city.code === HOME)
      expect(home?.verdict.actual).toBe('1')
      const at = (quarter: string) => home?.lines.quarters.find((each) => each.quarter === quarter)
      expect(at('2022Q1')).toMatchObject({ actual: '1', pending: null })
      expect(at('2022Q2')).toMatchObject({ actual: null, pending })
    }
  })
})

describe('a city’s page', () => {
  it('has the verdicts ever issued with their versions, and says of which quarters something is not accepted', async () => {
    const page = await readCityPage(authorize(people.officer, 'city.read', HOME), '2022Q2', 'shown')
    expect(page?.pending).toEqual(['2022Q2'])
    expect(new Set(page?.beside.issued.map(({ asOf, reportVersion }) => `${asOf} ${reportVersion}`))).toEqual(
      new Set(['2022Q1 1']),
    )
    expect(page?.beside.issued).toHaveLength(11)
    expect(
      page?.verdicts.byFloor.find(({ verdict }) => verdict.indicator === 'custody_smes')?.verdict,
    ).toMatchObject({ code: 'figuresMissing' })
    expect(page?.lines.custody_smes?.quarters.find(({ quarter }) => quarter === '2022Q2')?.pending).toBe('2')
  })
})

describe('a comparison of many', () => {
  it('has the six chosen first, each once, and says how many more were; an address names nothing else', async () => {
    const codes = Array.from({ length: 210 }, (_, i) => String(930_100 + i))
    await world.owner.query(
      `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key)
       SELECT code, code, code, '北省', 'North', code FROM unnest($1::text[]) code`,
      [codes],
    )
    const chosen = [HOME, ...codes.slice(0, 6).toReversed()]
    const read = await readCompare(
      nation,
      compareViewOf({ city: [HOME, '999999', ...chosen, 'x', "1'--"] }),
      'hidden',
    )
    expect(read.chosen.map(({ code }) => code).toSorted()).toEqual(chosen.slice(0, 6).toSorted())
    expect(read.left).toBe(1)
    // So many cities are listed a province at a time.
    expect([read.isListed, read.cities]).toEqual([false, []])
    const north = await readCompare(nation, compareViewOf({ province: '93' }), 'hidden')
    expect([north.isListed, north.cities.length, north.left]).toEqual([true, codes.length, 0])
    expect(compareViewOf({ align: 'x', scale: 'required', province: '91x' })).toMatchObject({
      align: 'calendar',
      scale: 'required',
      province: '',
    })
  })
})
