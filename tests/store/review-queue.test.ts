import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { saveRows } from '@/lib/registers/save-rows'
import { withdrawRow } from '@/lib/registers/withdraw-row'
import { saveCells } from '@/lib/reporting/save-cells'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { askCity, closeConversation } from '@/lib/review/ask-city'
import { passTogether } from '@/lib/review/pass-together'
import { readElapsed } from '@/lib/review/read-elapsed'
import { readQueue } from '@/lib/review/read-queue'
import { readSubmittedReport } from '@/lib/review/read-submitted-report'
import { readTogether } from '@/lib/review/read-together'
import { HOME, NEIGHBOUR, people } from '../support/actors'
import { cell, creditCode, leadTo, life, makeWorld, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const queueOf = (actor: Actor, address: Record<string, string> = {}) =>
  readQueue(authorize(actor, 'queue.read'), queueQuestion(address))
const about = { indicator: 'pledge_amount', row: '' }
const ask = authorize(people.cnipa, 'conversation.ask', HOME)

describe('the queue of a reviewer', () => {
  it('says what a version changes since the own side dealt with one, how long it lay where, and what is open', async () => {
    const period = '2021Q1'
    const prepare = authorize(people.officer, 'report.prepare', HOME)
    await world.setClock('2022-10-10T09:00:00+08:00')
    await life.prepare(people.officer, period)
    await life.addRows(people.officer, period, 'custody_smes', [
      row('stays', creditCode(51)),
      row('goes', creditCode(52)),
    ])
    await life.certify(people.officer, period)
    const first = await life.submit(people.officer, period)
    await world.setClock('2022-10-12T09:00:00+08:00')
    await life.forward(HOME, period, first.contentHash)
    await life.giveBack(people.cnipa, HOME, period, first.contentHash)
    const [withCity] = (await queueOf(people.cnipa)).elsewhere.entries
    expect(withCity).toMatchObject({ urgency: 'usual', summary: { status: 'returned', version: 2 } })
    await saveCells(prepare, period, [{ ...cell('pledge_amount', '1300'), baseVersion: 1 }])
    const { content } = await readSubmittedReport(authorize(people.cnipa, 'report.read', HOME), period)
    const idOf = (name: string) => content.rows.find((each) => each.name === name)?.id ?? ''
    await withdrawRow(prepare, period, 'custody_smes', { id: idOf('goes'), baseVersion: 1, reason: 'closed' })
    await saveRows(prepare, period, 'custody_smes', [
      row('comes', creditCode(53)),
      { ...row('stays, renamed', creditCode(51)), id: idOf('stays'), baseVersion: 1 },
    ])
    await life.certify(people.officer, period)
    const second = await life.submit(people.officer, period)
    const [inProvince] = (await queueOf(people.province)).waiting.entries
    expect(inProvince).toMatchObject({
      urgency: 'again',
      changes: { since: 1, figures: 1, added: 1, removed: 1, changed: 1 },
    })
    await world.setClock('2022-10-17T09:00:00+08:00')
    await life.forward(HOME, period, second.contentHash)
    await askCity(ask, period, about, 'where from?')
    const [waiting] = (await queueOf(people.cnipa)).waiting.entries
    expect(waiting).toMatchObject({
      days: 0,
      elapsed: { province: 5, nation: 0 },
      unanswered: 1,
      changes: { since: 1, figures: 1 },
    })
    expect((await queueOf(people.cnipa, { mark: 'clean' })).waiting.all).toBe(0)
    expect((await queueOf(people.farProvince)).waiting.all).toBe(0)
    const file = await readElapsed(authorize(people.province, 'queue.read'), queueQuestion({ period }))
    expect(file.entries.map(({ city }) => city.code)).toEqual([HOME])
  })
})

describe('several reports passed together', () => {
  const periods = ['2021Q2', '2021Q3', '2021Q4'] as const

  it('are shown with what that does, done each by itself, refused with the reason, and never done twice', async () => {
    await world.setClock('2022-10-18T09:00:00+08:00')
    for (const period of periods) await leadTo('forwarded', people.officer, period)
    const hash = await leadTo('forwarded', people.neighbourOfficer, '2021Q2')
    await askCity(ask, '2021Q3', about, 'where from?')
    const permit = authorize(people.cnipa, 'queue.read')
    const chosen = [
      ...periods.map((period) => ({ city: HOME, period })),
      { city: NEIGHBOUR, period: '2021Q2' as const },
      { city: '999999', period: '2021Q2' as const },
    ]
    const preview = await readTogether(permit, chosen)
    expect(preview.map(({ city, period, refusal }) => [city, period, refusal?.code ?? 'can'])).toEqual(
      expect.arrayContaining([
        [HOME, '2021Q2', 'can'],
        [HOME, '2021Q3', 'notClean'],
        [HOME, '2021Q4', 'can'],
        [NEIGHBOUR, '2021Q2', 'can'],
      ]),
    )
    expect(preview).toHaveLength(4)
    const home = preview.find(({ city, period }) => city === HOME && period === '2021Q2')
    expect(home?.acceptance?.figures).toContain('pledge_amount')
    expect(home?.acceptance?.verdicts.length).toBe(11)
    // Nothing of the preview was kept.
    const kept = await world.owner.query(
      `SELECT FROM issued_verdict UNION ALL SELECT FROM report_event WHERE kind = 'accepted'`,
    )
    expect(kept.rowCount).toBe(0)

    const shown = preview.map(({ city, period, contentHash }) => ({ city, period, contentHash }))
    const stale = { city: NEIGHBOUR, period: '2021Q2' as const, contentHash: 'f'.repeat(64) }
    const outcomes = async (reports: typeof shown) =>
      Object.fromEntries(
        (await passTogether(permit, reports)).map(({ city, period, outcome }) => [
          `${city} ${period}`,
          outcome,
        ]),
      )
    expect(await outcomes([stale])).toEqual({ [`${NEIGHBOUR} 2021Q2`]: 'contentChanged' })
    const once = {
      [`${HOME} 2021Q2`]: 'accepted',
      [`${HOME} 2021Q3`]: 'notClean',
      [`${HOME} 2021Q4`]: 'accepted',
      [`${NEIGHBOUR} 2021Q2`]: 'accepted',
    }
    expect(await outcomes(shown)).toEqual(once)
    expect(await outcomes(shown)).toEqual({
      [`${HOME} 2021Q2`]: 'already',
      [`${HOME} 2021Q3`]: 'notClean',
      [`${HOME} 2021Q4`]: 'already',
      [`${NEIGHBOUR} 2021Q2`]: 'already',
    })
    // A colleague who was slower is told that it is not now.
    const other = await passTogether(authorize(people.mof, 'queue.read'), [
      { city: NEIGHBOUR, period: '2021Q2', contentHash: hash },
    ])
    expect(other.map(({ outcome }) => outcome)).toEqual(['notNow'])
    await closeConversation(ask, '2021Q3', about, '')
    expect(await outcomes(shown.filter(({ period }) => period === '2021Q3'))).toEqual({
      [`${HOME} 2021Q3`]: 'accepted',
    })
  })

  it('are forwarded by a province, its own alone', async () => {
    const hash = await leadTo('submitted', people.officer, '2020Q2')
    const passed = await passTogether(authorize(people.farProvince, 'queue.read'), [
      { city: HOME, period: '2020Q2', contentHash: hash },
    ])
    expect(passed.map(({ outcome }) => outcome)).toEqual(['notFound'])
    const own = await passTogether(authorize(people.province, 'queue.read'), [
      { city: HOME, period: '2020Q2', contentHash: hash },
    ])
    expect(own.map(({ outcome }) => outcome)).toEqual(['forwarded'])
  })
})
