import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepCityContact, keepOwnContact, readOwnReach } from '@/lib/accounts/keep-contact'
import { asKnown, authorize } from '@/lib/access/authorize'
import { readContacts } from '@/lib/reporting/read-contacts'
import { FAR, HOME, people, type Person } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const nobody = { name: '', office: '', phone: '', email: '' }
const wang = {
  name: '王敏',
  office: '知识产权局综合科',
  phone: '0571-8765 4321 转 12',
  email: 'wang@city.example',
}
const keep = (who: Person, place: string, reach: Partial<typeof wang>) =>
  outcomeOf(() =>
    keepCityContact(authorize(people[who], 'contact.keep', HOME), place, { ...nobody, ...reach }),
  )
const seenBy = (who: Person, city = HOME) => readContacts(authorize(people[who], 'city.read', city))
const filler = async (who: Person) =>
  (await seenBy(who)).city.find(({ place }) => place === 'filler')?.entry?.name ?? null

describe('the contacts of a city', () => {
  it('are said by its own people in places that there are, with a name, a number and an address that can be used', async () => {
    expect(await keep('officer', 'filler', wang)).toBe('done')
    expect(await keep('certifier', 'leader', { name: '李强' })).toBe('done')
    expect(await keep('officer', 'mayor', wang)).toBe('formWrong')
    expect(await keep('officer', 'filler', { phone: '12345678' })).toBe('contactWrong')
    expect(await keep('officer', 'filler', { ...wang, phone: 'call me' })).toBe('contactWrong')
    expect(await keep('officer', 'filler', { ...wang, email: 'wang at city' })).toBe('contactWrong')
    expect(await keep('officer', 'filler', { ...wang, name: '王'.repeat(61) })).toBe('tooLong')
    expect(await keep('neighbourOfficer', 'filler', wang)).toBe('notFound')
    expect(await keep('province', 'filler', wang)).toBe('notAllowed')
  })

  it('are seen by the city, its province and the nation, and by nobody else', async () => {
    for (const who of ['officer', 'certifier', 'province', 'cnipa', 'mof'] as const)
      expect(await filler(who)).toBe('王敏')
    for (const who of ['neighbourOfficer', 'farProvince', 'system'] as const)
      expect(await outcomeOf(() => seenBy(who))).toMatch(/^not(?:Found|Allowed)$/)
  })

  it('change by another word, and what was said before stays, also as known then', async () => {
    const before = new Date('2022-10-12T10:00:00+08:00')
    await world.setClock('2022-10-13T09:00:00+08:00')
    expect(await keep('officer', 'filler', { name: '赵磊', phone: '13800001111' })).toBe('done')
    expect(await filler('province')).toBe('赵磊')
    const { history } = await seenBy('officer')
    expect(history.filter(({ place }) => place === 'filler').map(({ name }) => name)).toEqual([
      '赵磊',
      '王敏',
    ])
    const then = await readContacts(asKnown(authorize(people.cnipa, 'city.read', HOME), before))
    expect(then.city[0]?.entry?.name).toBe('王敏')
    expect(await keep('officer', 'filler', {})).toBe('done')
    expect(await filler('officer')).toBe(null)
    await expect(world.owner.query('UPDATE city_contact SET name = $1', ['x'])).rejects.toThrow(/append-only/)
  })

  it('can be said by the system administrator, who sees no reviewer’s', async () => {
    const permit = authorize(people.system, 'storage.configure', HOME)
    await keepCityContact(permit, 'signer', { ...nobody, name: '陈静' })
    expect((await readContacts(permit)).city[1]?.entry).toMatchObject({
      name: '陈静',
      byRole: 'system_admin',
    })
  })
})

describe('the contact of a reviewer', () => {
  const own = (who: Person, reach: Partial<typeof wang>) =>
    outcomeOf(() => keepOwnContact(authorize(people[who], 'contact.keepOwn'), { ...nobody, ...reach }))

  it('is the reviewer’s own to say, with a way to be reached', async () => {
    expect(await own('province', { name: '省里', phone: '010-12345678' })).toBe('done')
    expect(await own('cnipa', { name: '国家', email: 'a@cnipa.example' })).toBe('done')
    expect(await own('mof', { name: '财政' })).toBe('contactWrong')
    expect(await own('mof', { phone: '010-12345678' })).toBe('contactWrong')
    expect(await own('officer', { name: '市里', phone: '010-12345678' })).toBe('notAllowed')
    expect(await readOwnReach(authorize(people.province, 'account.readOwn'))).toMatchObject({ name: '省里' })
  })

  it('is seen by the cities that he or she reviews', async () => {
    const names = async (who: Person, city = HOME) =>
      (await seenBy(who, city)).reviewers.map(({ name }) => name)
    expect(await names('officer')).toEqual(['省里', '国家'])
    expect(await names('farOfficer', FAR)).toEqual(['国家'])
    expect((await readContacts(authorize(people.system, 'storage.configure', HOME))).reviewers).toEqual([])
  })
})
