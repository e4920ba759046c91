import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { setTarget } from '@/lib/reporting/set-target'
import { readTargets } from '@/lib/store/targets'
import { begin } from '@/lib/store/work'
import { HOME, people } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const permit = authorize(people.officer, 'target.set', HOME)
const history = () => begin(authorize(people.officer, 'city.read', HOME), readTargets)

describe('a city’s own target', () => {
  it('lies at the floor of the notice or above; earlier ones stay, and the last is in force', async () => {
    await setTarget(permit, 'transfers_licenses', '20', 'the floor itself')
    await setTarget(permit, 'transfers_licenses', '２５．５ %', 'raised')
    await setTarget(permit, 'custody_smes', '1,200', 'our plan')
    const kept = (await history()).map(({ indicator, seq, value, reason }) => [indicator, seq, value, reason])
    expect(kept).toEqual([
      ['custody_smes', 1, '1200', 'our plan'],
      ['transfers_licenses', 1, '20', 'the floor itself'],
      ['transfers_licenses', 2, '25.5', 'raised'],
    ])
  })

  it.each([
    ['below the floor', 'transfers_licenses', '19.999999', 'why', 'targetBelowFloor'],
    ['that is no number', 'pledge_amount', 'more', 'why', 'targetWrong'],
    ['that is a fraction of a thing', 'custody_smes', '1200.5', 'why', 'targetWrong'],
    ['for what only a person can judge', 'regional_brands', '5', 'why', 'targetWrong'],
    ['for what there is not', 'happiness', '5', 'why', 'cellUnknown'],
    ['without a reason', 'pledge_amount', '35', ' \u0000 ', 'reasonMissing'],
  ])('%s is refused', async (_, indicator, value, reason, code) => {
    const before = await history()
    expect(await outcomeOf(() => setTarget(permit, indicator, value, reason))).toBe(code)
    expect(await history()).toEqual(before)
  })

  it('set by several at once is numbered one after the other', async () => {
    await Promise.all(
      ['30', '31', '32', '33', '34'].map((value) => setTarget(permit, 'pledge_projects', value, 'at once')),
    )
    const seqs = (await history())
      .filter(({ indicator }) => indicator === 'pledge_projects')
      .map(({ seq }) => seq)
    expect(seqs).toEqual([1, 2, 3, 4, 5])
  })
})
