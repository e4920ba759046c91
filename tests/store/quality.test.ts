import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { followFinding, type FollowUp } from '@/lib/review/follow-finding'
import { qualityFilterOf, readQuality } from '@/lib/review/read-quality'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { leadTo, makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  for (const officer of [people.officer, people.neighbourOfficer, people.farOfficer])
    await leadTo('accepted', officer, '2022Q1')
})
afterAll(() => world.drop())

const desk = (asked: Record<string, string> = {}, actor = people.cnipa) =>
  readQuality(authorize(actor, 'quality.read'), qualityFilterOf({ kind: 'sameAsOther', ...asked }))

it('The desk finds the figure that three cities share, and a reviewer follows it until it is closed with a note', async () => {
  const found = (await desk({ indicator: 'pledge_amount' })).findings
  expect(found.map(({ city, state }) => [city, state])).toEqual([
    [HOME, 'open'],
    [NEIGHBOUR, 'open'],
    [FAR, 'open'],
  ])
  const [first] = found
  const mark = (state: FollowUp['state'], seq: number, note = '') =>
    followFinding(authorize(people.province, 'quality.follow', HOME), {
      quarter: '2022Q1',
      indicator: 'pledge_amount',
      kind: 'sameAsOther',
      received: first?.received ?? '',
      seq,
      state,
      note,
    })
  await mark('taken', 0)
  const mine = async (actor: typeof people.cnipa) =>
    (await desk({ indicator: 'pledge_amount', owner: 'mine' }, actor)).findings.map(({ city }) => city)
  expect([await mine(people.province), await mine(people.cnipa)]).toEqual([[HOME], []])
  expect(await outcomeOf(() => mark('asked', 0))).toBe('contentChanged')
  expect(await outcomeOf(() => mark('closed', 1))).toBe('reasonMissing')
  await mark('closed', 1, 'both banks report to one office')
  expect((await desk({ indicator: 'pledge_amount' })).findings.map(({ city }) => city)).toEqual([
    NEIGHBOUR,
    FAR,
  ])
  const [closed] = (await desk({ indicator: 'pledge_amount', state: 'closed' })).findings
  expect(closed?.marks.map(({ state, note, ownerName }) => [state, note, ownerName])).toEqual([
    ['taken', '', people.province.name],
    ['closed', 'both banks report to one office', people.province.name],
  ])
  // Reviewers' words among themselves: a permit of the city alone sees none.
  const seen = await world.owner.query(
    `SELECT policyname FROM pg_policies WHERE tablename = 'quality_mark' AND cmd = 'SELECT' AND qual LIKE '%''city''%'`,
  )
  expect(seen.rows).toEqual([])
})

it('A province sees and compares its own cities alone', async () => {
  const own = await desk({ indicator: 'pledge_amount', state: 'all' }, people.province)
  expect(own.compared).toBe(2)
  expect(new Set(own.findings.map(({ city }) => city))).toEqual(new Set([HOME, NEIGHBOUR]))
})
