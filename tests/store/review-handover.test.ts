import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { answerReviewer } from '@/lib/reporting/answer-reviewer'
import { readContacts } from '@/lib/reporting/read-contacts'
import { handoverOn, standIn, type HandoverStep } from '@/lib/reporting/stand-in'
import { askCity } from '@/lib/review/ask-city'
import { endHandover, handOver, type HandoverForm } from '@/lib/review/hand-over'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readHandovers } from '@/lib/review/read-handovers'
import { readQueue } from '@/lib/review/read-queue'
import { HOME, people } from '../support/actors'
import { leadTo, makeWorld, OPEN, outcomeOf, type World } from '../support/fixtures'

const second: Actor = {
  ...people.province,
  id: '00000000-0000-7000-8000-000000000091',
  login: 'secondprovince',
  name: 'second province',
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.owner.query(
    `INSERT INTO account (id, login, name, role, province, password_hash, must_change_password, created_at)
     VALUES ($1, $2, $3, 'provincial_reviewer', '91', 'none', false, chengji_now())`,
    [second.id, second.login, second.name],
  )
})
afterAll(() => world.drop())

const form: HandoverForm = {
  giver: people.province.id,
  taker: second.id,
  from: '2022-10-12',
  until: '',
  note: 'on leave; Home answers by Friday',
}
const give = (who: Actor, changes: Partial<HandoverForm> = {}) =>
  outcomeOf(() => handOver(authorize(who, 'review.handOver'), { ...form, ...changes }))
const seenBy = (who: Actor) => readHandovers(authorize(who, 'queue.read'))

describe('a hand-over between reviewers', () => {
  it('is written by one of two who have one role and one province, from a day on, with a note', async () => {
    expect(await give(people.province, { note: ' ' })).toBe('reasonMissing')
    expect(await give(people.province, { from: '2022-10-11' })).toBe('dateWrong')
    expect(await give(people.province, { until: '2022-10-11' })).toBe('dateWrong')
    for (const taker of [people.province, people.farProvince, people.cnipa, people.officer])
      expect(await give(people.province, { taker: taker.id })).toBe('handoverWrong')
    expect(await give(people.farProvince)).toBe('handoverWrong')
    expect(await give(people.cnipa, { giver: people.cnipa.id, taker: people.mof.id })).toBe('handoverWrong')
    expect(await give(people.officer)).toBe('notAllowed')
    expect(await outcomeOf(() => endHandover(authorize(second, 'review.handOver'), form.giver, 'back'))).toBe(
      'handoverWrong',
    )
  })

  it('is held to that by the database, whoever writes', async () => {
    const insert = (taker: string, by: string) =>
      world.owner.query(
        `INSERT INTO review_handover VALUES ($1, 1, 'x', 'provincial_reviewer', '91', $2, 'y', '2022-10-12', NULL, 'n', $3, 'z', chengji_now())`,
        [people.province.id, taker, by],
      )
    await expect(insert(people.farProvince.id, people.province.id)).rejects.toThrow(/one role and province/)
    await expect(insert(second.id, people.cnipa.id)).rejects.toThrow(/who gives or who takes/)
  })

  it('shows both what was begun, and the cities who reviews now', async () => {
    await leadTo('submitted', people.officer, OPEN)
    const about = { indicator: 'pledge_amount', row: '' }
    await askCity(authorize(people.province, 'conversation.ask', HOME), OPEN, about, 'why?')
    // Taken over by the colleague, for somebody who fell ill.
    expect(await give(second)).toBe('done')
    const taken = await seenBy(second)
    expect(taken.taken.map(({ giverName, note }) => [giverName, note])).toEqual([
      [people.province.name, form.note],
    ])
    expect(taken.open.map(({ reviewer, kind, city }) => [reviewer, kind, city])).toEqual([
      [people.province.id, 'question', HOME],
    ])
    expect((await seenBy(people.province)).given).toHaveLength(1)
    await answerReviewer(authorize(people.officer, 'conversation.answer', HOME), OPEN, about, 'because')
    const { rows: told } = await world.owner.query<{ login: string }>(
      `SELECT a.login FROM message m JOIN account a ON a.id = m.account WHERE m.kind = 'answered' ORDER BY 1`,
    )
    expect(told.map(({ login }) => login)).toEqual([people.province.login, second.login])
    const queueOf = (who: Actor) => readQueue(authorize(who, 'queue.read'), queueQuestion({}))
    expect((await queueOf(second)).standIns.taken).toHaveLength(1)
    expect((await queueOf(people.farProvince)).standIns).toEqual({ given: [], taken: [] })
    const seen = async (who: Actor, city: string) =>
      (await readContacts(authorize(who, 'city.read', city))).handovers.map(({ takerName }) => takerName)
    expect(await seen(people.officer, HOME)).toEqual([second.name])
    expect(await seen(people.farOfficer, people.farOfficer.city ?? '')).toEqual([])
  })

  it('ends when one of the two says so, and is kept', async () => {
    const end = (who: Actor) =>
      outcomeOf(() => endHandover(authorize(who, 'review.handOver'), form.giver, 'back at work'))
    expect(await end(people.farProvince)).toBe('handoverWrong')
    expect(await end(people.province)).toBe('done')
    expect(await end(people.province)).toBe('handoverWrong')
    const { given, history } = await seenBy(people.province)
    expect(given).toEqual([])
    expect(history.map(({ taker }) => taker)).toEqual([null, second.id])
    await expect(world.owner.query('DELETE FROM review_handover')).rejects.toThrow(/append-only/)
  })
})

describe('who does a reviewer’s work on a day', () => {
  const step = (
    giver: string,
    taker: string | null,
    from: string,
    until: string | null = null,
  ): HandoverStep => ({
    giver,
    taker,
    from,
    until,
  })

  it('is whoever took over last, from the first day to the last one', () => {
    const steps = [step('a', 'b', '2022-10-10', '2022-10-14')]
    expect(standIn(steps, 'a', '2022-10-09')).toBe('a')
    expect(standIn(steps, 'a', '2022-10-10')).toBe('b')
    expect(standIn(steps, 'a', '2022-10-14')).toBe('b')
    expect(standIn(steps, 'a', '2022-10-15')).toBe('a')
    expect(handoverOn([...steps, step('a', null, '2022-10-12')], 'a', '2022-10-12')).toBeUndefined()
    expect(standIn([...steps, step('a', 'c', '2022-10-12')], 'a', '2022-10-13')).toBe('c')
  })

  it('is found at second hand, and never in a circle', () => {
    const steps = [step('a', 'b', '2022-10-10'), step('b', 'c', '2022-10-11')]
    expect(standIn(steps, 'a', '2022-10-11')).toBe('c')
    expect(standIn([...steps, step('c', 'a', '2022-10-11')], 'a', '2022-10-12')).toBe('c')
  })
})
