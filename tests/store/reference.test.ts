import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { findPeriod } from '@/lib/admin/read-periods'
import { readTrail, type TrailQuestion } from '@/lib/admin/read-trail'
import { addCity, listCities, renameCity, type CityForm } from '@/lib/admin/save-city'
import { addPeriod, datesOf, movePeriod, type PeriodForm } from '@/lib/admin/save-period'
import { saveCells } from '@/lib/reporting/save-cells'
import { setTarget } from '@/lib/reporting/set-target'
import { HOME, people } from '../support/actors'
import { cell, leadTo, makeWorld, NOT_YET_OPEN, OPEN, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const configure = authorize(people.system, 'reference.configure')
const audit = authorize(people.audit, 'audit.read')
const everything: TrailQuestion = {
  login: '',
  action: '',
  city: '',
  from: '',
  to: '',
  isRefused: false,
  after: '',
}

const form = (changes: Partial<PeriodForm> = {}): PeriodForm => ({
  period: '2023Q1',
  opensAt: '2023-04-01T00:00',
  dueAt: '2023-04-20T23:59',
  lateAfter: '',
  lockedAfter: '2023-05-16T23:59',
  reason: 'as every quarter',
  ...changes,
})

describe('a reporting period', () => {
  it.each([
    ['a name that is none', { period: '2023Q5' }, 'periodWrong'],
    ['a day that does not exist', { dueAt: '2023-02-31T00:00' }, 'dateWrong'],
    ['no day at all', { opensAt: '' }, 'dateWrong'],
    ['a due date before it opens', { opensAt: '2023-04-21T00:00' }, 'periodWrong'],
    ['a lock before it is due', { lockedAfter: '2023-04-20T23:58' }, 'periodWrong'],
    ['late before it is due', { lateAfter: '2023-04-20T23:58' }, 'periodWrong'],
    ['a lock before it is late', { lateAfter: '2023-05-17T00:00' }, 'periodWrong'],
    ['no reason', { reason: ' ' }, 'reasonMissing'],
    ['a name that is taken', { period: OPEN }, 'periodWrong'],
  ])('is not added with %s', async (_, changes, code) => {
    expect(await outcomeOf(async () => addPeriod(configure, form(changes)))).toBe(code)
  })

  it('added by two at once is added once', async () => {
    const outcomes = await Promise.all(
      ['A', 'B', 'C'].map((reason) => outcomeOf(() => addPeriod(configure, form({ reason })))),
    )
    expect(outcomes.sort()).toEqual(['done', 'periodWrong', 'periodWrong'])
  })

  it('moved is open at once; whoever moves what is no longer shown overwrites nothing', async () => {
    const prepare = authorize(people.officer, 'report.prepare', HOME)
    const save = () => outcomeOf(() => saveCells(prepare, NOT_YET_OPEN, [cell('pledge_amount', '1')]))
    const shown = await findPeriod(configure, NOT_YET_OPEN)
    if (shown === null) throw new Error('no such period')
    expect(await save()).toBe('periodNotOpen')
    const early = form({ period: NOT_YET_OPEN, opensAt: '2022-10-01T00:00', lockedAfter: '' })
    const both = await Promise.all(
      [early, { ...early, reason: 'me too' }].map((each) =>
        outcomeOf(() => movePeriod(configure, each, datesOf(shown.window))),
      ),
    )
    expect(both.sort()).toEqual(['contentChanged', 'done'])
    expect(await save()).toBe('done')
    expect(await outcomeOf(async () => movePeriod(configure, form({ period: '2031Q1' }), ''))).toBe(
      'periodUnknown',
    )
  })
})

describe('a city', () => {
  const city: CityForm = {
    code: '910500',
    nameZh: '新城',
    nameEn: 'New',
    provinceZh: '东省',
    provinceEn: 'East',
    sortKey: 'Xin',
    cohort: '2020',
  }

  it('is added once, and renamed; its code stays', async () => {
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(() => addCity(configure, city))))
    expect(outcomes.sort()).toEqual(['cityWrong', 'done'])
    await renameCity(configure, { ...city, nameZh: ' 更新城 ' })
    expect((await listCities(configure)).filter(({ code }) => code === city.code)).toEqual([
      { ...city, nameZh: '更新城', sortKey: 'xin' },
    ])
  })

  it.each([
    ['a code of five digits', { code: '91050' }],
    ['a code that is taken', { code: HOME }],
    ['no English name', { nameEn: '\u0000' }],
  ])('is not added with %s', async (_, changes) => {
    expect(await outcomeOf(async () => addCity(configure, { ...city, code: '910600', ...changes }))).toBe(
      'cityWrong',
    )
  })
})

describe('the audit trail', () => {
  it('says who did what to which city, and not one figure', async () => {
    const figure = '73519'
    await saveCells(authorize(people.officer, 'report.prepare', HOME), OPEN, [cell('pledge_amount', figure)])
    await setTarget(authorize(people.officer, 'target.set', HOME), 'custody_smes', figure, 'our plan')
    await leadTo('accepted', people.officer, '2022Q1')
    const { events } = await readTrail(audit, everything)
    expect(events).toContainEqual(
      expect.objectContaining({ actorName: 'officer', city: HOME, action: 'target.set', outcome: 'done' }),
    )
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.certify', 'report.submit', 'report.accept']),
    )
    expect(JSON.stringify(events)).not.toContain(figure)
  })

  it.each([
    { login: 'a\u0000b' },
    { action: 'x\u0000' },
    { city: "' OR 1=1" },
    { from: '2022-02-31', to: 'yesterday' },
    { after: '../../etc' },
    { after: '00000000-0000-7000-8000-000000000000' },
  ])('asked %j answers, and does not fail', async (question) => {
    const { events } = await readTrail(audit, { ...everything, ...question })
    expect(Array.isArray(events)).toBe(true)
  })
})
