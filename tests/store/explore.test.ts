import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { dropView, exploreViewOf, keepView, readExplore } from '@/lib/review/read-explore'
import { FAR, HOME, people } from '../support/actors'
import { leadTo, makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('submitted', people.officer, '2022Q2')
  await leadTo('accepted', people.farOfficer, '2022Q1')
})
afterAll(() => world.drop())

const look = (actor: (typeof people)[keyof typeof people], asked: Record<string, string | string[]> = {}) =>
  readExplore(authorize(actor, 'dashboard.read'), exploreViewOf({ indicator: 'pledge_amount', ...asked }))

it('Accepted figures alone are shown, and to a province those of its cities, whatever the address names', async () => {
  const all = await look(people.cnipa, { from: '2022Q1', city: [HOME, FAR] })
  expect(all.quarters).toEqual(['2022Q1', '2022Q2'])
  expect(all.rows.map(({ city, values }) => [city.code, values])).toEqual([
    [HOME, ['1200', null]],
    [FAR, ['1200', null]],
  ])
  const own = await look(people.farProvince, { city: [HOME, FAR] })
  expect(own.rows.map(({ city }) => city.code)).toEqual([FAR])
})

it('A person keeps views of his or her own, and nobody else sees them', async () => {
  const mine = authorize(people.cnipa, 'view.keep')
  expect(await outcomeOf(() => keepView(mine, '  ', 'as=heat'))).toBe('nameMissing')
  expect(await outcomeOf(() => keepView(mine, 'p'.repeat(81), 'as=heat'))).toBe('tooLong')
  await keepView(mine, 'pledges by city', 'indicator=pledge_amount&as=heat')
  expect(await outcomeOf(() => keepView(mine, 'pledges by city', 'as=heat'))).toBe('viewNameTaken')
  const { views } = await look(people.cnipa)
  expect(views.map(({ name, query }) => [name, query])).toEqual([
    ['pledges by city', 'indicator=pledge_amount&as=heat'],
  ])
  const [view] = views
  await dropView(authorize(people.mof, 'view.keep'), view?.id ?? '')
  expect((await look(people.mof)).views).toEqual([])
  expect((await look(people.cnipa)).views).toHaveLength(1)
  await dropView(mine, view?.id ?? '')
  expect((await look(people.cnipa)).views).toEqual([])
})
