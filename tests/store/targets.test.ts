import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { setTarget } from '@/lib/reporting/set-target'
import {
  grantTarget,
  readCityRequests,
  refuseTarget,
  requestTarget,
  withdrawTarget,
} from '@/lib/review/amend-target'
import { readTargets } from '@/lib/store/targets'
import { begin } from '@/lib/store/work'
import { HOME, people } from '../support/actors'
import { amendTarget, leadTo, makeWorld, outcomeOf, type World } from '../support/fixtures'

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
    expect(await outcomeOf(() => setTarget(permit, 'transfers_licenses', '25', 'raised'))).toBe(
      'targetNeedsRequest',
    )
    await amendTarget(people.officer, 'transfers_licenses', '２５．５ %', 'raised')
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

  it('set by several at once is set once', async () => {
    const outcomes = await Promise.all(
      ['30', '31', '32'].map((value) =>
        outcomeOf(() => setTarget(permit, 'pledge_projects', value, 'at once')),
      ),
    )
    expect(outcomes.sort()).toEqual(['done', 'targetNeedsRequest', 'targetNeedsRequest'])
  })
})

describe('a change of an own target', () => {
  const deciding = authorize(people.mof, 'target.decide', HOME)
  const requests = () => readCityRequests(authorize(people.mof, 'city.read', HOME))
  const ask = (code: string, value: string, reason = 'the plan was revised') =>
    outcomeOf(() => requestTarget(permit, code, value, reason))

  it('is asked for with a reason, of a target that is set, not below the floor, and one at a time', async () => {
    expect(await ask('happiness', '5')).toBe('cellUnknown')
    expect(await ask('certified_entities', '900')).toBe('targetUnset')
    expect(await ask('custody_smes', '1200')).toBe('targetSame')
    expect(await ask('custody_smes', '999')).toBe('targetBelowFloor')
    expect(await ask('custody_smes', '1300', ' ')).toBe('reasonMissing')
    expect(await ask('custody_smes', '1300')).toBe('done')
    expect(await ask('custody_smes', '1400')).toBe('targetRequestOpen')
    expect((await history()).find(({ indicator }) => indicator === 'custody_smes')?.value).toBe('1200')
  })

  it('is taken back by who asked alone, refused with a reason, and answered once', async () => {
    const [open] = await requests()
    const seq = open?.request.seq ?? 0
    const colleague = authorize(people.colleague, 'target.set', HOME)
    expect(await outcomeOf(() => withdrawTarget(colleague, seq, 'mine'))).toBe('signerProposed')
    expect(await outcomeOf(async () => refuseTarget(deciding, seq, ''))).toBe('reasonMissing')
    await refuseTarget(deciding, seq, 'the plan says otherwise')
    expect(await outcomeOf(() => withdrawTarget(permit, seq, 'late'))).toBe('targetRequestAnswered')
    expect(await outcomeOf(() => refuseTarget(deciding, 99, 'no'))).toBe('notFound')
    expect(await ask('custody_smes', '1250')).toBe('done')
    const [again] = await requests()
    await withdrawTarget(permit, again?.request.seq ?? 0, 'asked too soon')
  })

  it('shows before it is granted which verdicts it changes, is granted on exactly those, and keeps them', async () => {
    await leadTo('accepted', people.officer, '2020Q1')
    await ask('custody_smes', '2000')
    const [open] = await requests()
    const { seq } = open?.request ?? { seq: 0 }
    expect(await outcomeOf(() => grantTarget(deciding, seq, 'ff'))).toBe('effectsChanged')
    await grantTarget(deciding, seq, open?.effectsHash ?? '')
    const [done] = await requests()
    expect(done?.request.answer).toMatchObject({ kind: 'approved', byName: 'test mof' })
    expect(done?.effects).toEqual(open?.effects)
    expect((await history()).findLast(({ indicator }) => indicator === 'custody_smes')).toMatchObject({
      seq: 2,
      value: '2000',
      setByName: 'test officer',
    })
  })

  it('is granted by two people or not at all, whoever writes it', async () => {
    const write = (sql: string) =>
      world.owner.query(sql).then(
        () => 'written',
        (error: unknown) => (error as { code?: string }).code,
      )
    expect(
      await write(`INSERT INTO own_target SELECT city, indicator, seq + 1, 5000, reason, set_by, set_by_name, set_at
                   FROM own_target WHERE indicator = 'custody_smes' AND seq = 2`),
    ).toBe('CJ002')
    await ask('custody_smes', '2100')
    expect(
      await write(`INSERT INTO target_answer SELECT city, seq, 'approved', '', '', requested_by, 'x', 'mof_reviewer', now()
                   FROM target_request ORDER BY seq DESC LIMIT 1`),
    ).toBe('CJ003')
  })
})
