import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import {
  announce,
  listAnnouncements,
  readAnnouncement,
  unreadAnnouncements,
} from '@/lib/accounts/announcements'
import { people, type Person } from '../support/actors'
import { makeWorld, outcomeOf, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const form = { title: '填报培训', body: '周五上午九点', from: '2022-10-12', until: '2022-10-20' }
const write = (who: Person, changes: Partial<typeof form> = {}) =>
  outcomeOf(() => announce(authorize(people[who], 'announcement.write'), { ...form, ...changes }))
const seenBy = async (who: Person) =>
  (await unreadAnnouncements(authorize(people[who], 'account.readOwn'))).map(({ title }) => title)

describe('an announcement', () => {
  it('needs a title, a text, and two days in order of which none is past', async () => {
    expect(await write('cnipa', { title: ' ' })).toBe('announcementWrong')
    expect(await write('cnipa', { body: '' })).toBe('announcementWrong')
    expect(await write('cnipa', { from: '2022-10-11' })).toBe('dateWrong')
    expect(await write('cnipa', { until: '2022-10-11' })).toBe('dateWrong')
    expect(await write('cnipa', { title: 'x'.repeat(101) })).toBe('tooLong')
    expect(await write('officer')).toBe('notAllowed')
  })

  it('is shown to everybody, of a province to its own and to the nation, while it lasts, and until it is marked as read', async () => {
    expect(await write('cnipa', { title: 'national' })).toBe('done')
    expect(await write('province', { title: 'east' })).toBe('done')
    expect(await write('mof', { title: 'later', from: '2022-10-15' })).toBe('done')
    expect((await seenBy('officer')).sort()).toEqual(['east', 'national'])
    expect(await seenBy('farOfficer')).toEqual(['national'])
    expect(await seenBy('farProvince')).toEqual(['national'])
    expect((await seenBy('system')).sort()).toEqual(['east', 'national'])
    const { current } = await listAnnouncements(authorize(people.officer, 'account.readOwn'))
    const east = current.find(({ title }) => title === 'east')
    const marking = authorize(people.officer, 'account.changeOwn')
    for (let again = 0; again < 2; again++) await readAnnouncement(marking, east?.id ?? '')
    expect(await seenBy('officer')).toEqual(['national'])
    expect((await seenBy('colleague')).sort()).toEqual(['east', 'national'])
    await world.setClock('2022-10-16T09:00:00+08:00')
    expect((await seenBy('farOfficer')).sort()).toEqual(['later', 'national'])
    await world.setClock('2022-10-21T00:00:00+08:00')
    expect(await seenBy('farOfficer')).toEqual([])
  })
})
