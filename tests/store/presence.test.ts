import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { itemsReused } from '@/lib/reporting/items-reused'
import { notePresence } from '@/lib/reporting/note-presence'
import { readCheck } from '@/lib/reporting/read-check'
import { readBurdens } from '@/lib/store/burden'
import { BREAK_SECONDS } from '@/lib/store/presence'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { HOME, people } from '../support/actors'
import { life, makeWorld, outcomeOf, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const { officer, colleague, certifier } = people
const NOON = Date.parse('2022-10-12T12:00:00+08:00')
const at = (seconds: number) => world.setClock(new Date(NOON + seconds * 1000).toISOString())
const beat = (by: Actor, period: Period, cell = '', unsaved = 0, invalid = 0) =>
  notePresence(authorize(by, 'report.prepare', HOME), period, { cell, unsaved, invalid })

describe('who is on a form', () => {
  it('hears who else is there and in which cell, until a break', async () => {
    await at(0)
    expect(await beat(officer, '2020Q1', 'pledge_amount/')).toEqual([])
    await at(10)
    expect(await beat(colleague, '2020Q1')).toMatchObject([{ name: officer.name, cell: 'pledge_amount/' }])
    expect(await beat(colleague, '2020Q2')).toEqual([])
    await at(BREAK_SECONDS + 1)
    expect(await beat(colleague, '2020Q1')).toEqual([])
  })

  it('tells a certifier who still has entries that are not saved, until they are', async () => {
    await at(0)
    await beat(officer, '2020Q3', 'pledge_amount/', 2, 1)
    await beat(colleague, '2020Q3')
    const unsavedSeen = async () =>
      (await readCheck(authorize(certifier, 'draft.read', HOME), '2020Q3')).unsaved.map(
        ({ name, unsaved, invalid }) => [name, unsaved, invalid],
      )
    expect(await unsavedSeen()).toEqual([[officer.name, 2, 1]])
    await at(10_000)
    expect(await unsavedSeen()).toEqual([[officer.name, 2, 1]])
    await beat(officer, '2020Q3')
    expect(await unsavedSeen()).toEqual([])
  })

  it('leaves no trace in the audit trail, and is refused for a period that there is not', async () => {
    const trail = async () =>
      (await world.owner.query<{ count: string }>('SELECT count(*) FROM audit_event')).rows
    const before = await trail()
    await beat(officer, '2020Q1')
    expect(await trail()).toEqual(before)
    expect(await outcomeOf(() => beat(officer, '1999Q1'))).toBe('periodUnknown')
  })
})

describe('the burden of a version', () => {
  const burdenOf = async (period: Period) =>
    (await begin(authorize(officer, 'report.read', HOME), readBurdens)).filter(
      (each) => each.period === period,
    )

  it('adds up the working time of all, leaves breaks out, and begins anew with the next version', async () => {
    for (const second of [0, 15, 30, 30 + BREAK_SECONDS]) {
      await at(second)
      await beat(officer, '2021Q1')
    }
    await at(400)
    await beat(officer, '2021Q1')
    await beat(colleague, '2021Q1')
    await at(420)
    await beat(colleague, '2021Q1')
    await life.prepare(officer, '2021Q1')
    await life.addRows(officer, '2021Q1', 'custody_smes', [row('One')])
    await life.certify(officer, '2021Q1')
    const first = await life.submit(officer, '2021Q1')
    expect(await burdenOf('2021Q1')).toMatchObject([
      {
        version: 1,
        openedAt: new Date(NOON),
        activeSeconds: 30 + BREAK_SECONDS + 20,
        itemsAsked: 19,
        itemsReused: 1,
      },
    ])
    await life.giveBack(people.province, HOME, '2021Q1', first.contentHash)
    await at(500)
    await beat(officer, '2021Q1')
    await life.addRows(officer, '2021Q1', 'custody_smes', [
      { ...row('Two'), creditCode: '', noCodeReason: 'abroad' },
    ])
    await life.certify(officer, '2021Q1')
    await life.submit(officer, '2021Q1')
    expect((await burdenOf('2021Q1')).at(1)).toMatchObject({
      version: 2,
      openedAt: new Date(NOON + 500_000),
      activeSeconds: 0,
    })
  })

  it('counts as reused what registers give and narratives that stand as they were told last', () => {
    const narrative = (text: string) => ({ state: 'narrative', narrative: text }) as const
    const told = [
      { period: '2020Q1', indicator: 'regional_brands', narrative: 'older' },
      { period: '2020Q2', indicator: 'regional_brands', narrative: 'as before' },
      { period: '2021Q2', indicator: 'patent_intensive_value_added', narrative: 'later' },
    ] as const
    const cells = [
      { indicator: 'regional_brands', content: narrative('as before') },
      { indicator: 'patent_intensive_value_added', content: narrative('later') },
      { indicator: 'pledge_amount', content: { state: 'figure', value: '1' } },
    ] as const
    const rows = [{ indicator: 'custody_smes' }, { indicator: 'custody_smes' }] as const
    expect(itemsReused('2020Q3', cells, rows, told)).toBe(2)
  })
})
