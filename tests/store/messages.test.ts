import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { readAccountList } from '@/lib/accounts/read-accounts'
import type { UnreachableCity } from '@/lib/accounts/unreachable-cities'
import { setMailSetting, readMessages, readUpTo, unreadMessages } from '@/lib/accounts/read-messages'
import { readBackground, resendMail } from '@/lib/admin/read-jobs'
import { messageSentence } from '@/lib/i18n'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { sendMail } from '@/lib/jobs/send-mail'
import { queueQuestion } from '@/lib/review/arrange-queue'
import { readQueue } from '@/lib/review/read-queue'
import { returnReport } from '@/lib/review/return-report'
import { mailJobId } from '@/lib/store/queue'
import { HOME, people } from '../support/actors'
import { leadTo, makeWorld, OPEN, outcomeOf, type World } from '../support/fixtures'
import { bodyOf, raiseMailServer, type MailServer } from '../support/mail-server'

let post: MailServer
let world: World
beforeAll(async () => {
  world = await makeWorld()
  post = await raiseMailServer()
})
afterAll(async () => {
  await post.close()
  await world.drop()
})

const own = (who: keyof typeof people) => readMessages(authorize(people[who], 'account.readOwn'))
const told = async (who: keyof typeof people, period: string = OPEN) =>
  (await own(who)).messages.filter(({ about }) => about.period === period).map(({ kind }) => kind)
const address = (who: keyof typeof people, email: string, pace: 'each' | 'daily' | 'never' = 'each') =>
  setMailSetting(authorize(people[who], 'account.changeOwn'), { email, pace, brief: true })

describe('what the portal tells people', () => {
  it('reminds a city five and one working days before its report is late, and after, each once', async () => {
    // OPEN is due on 20 October 2022, 00:00, a Thursday; 8 and 9 October are worked, 15 and 16 are not.
    await world.setClock('2022-10-12T09:00:00+08:00')
    await collectMessages()
    expect(await told('officer')).toEqual([])
    await world.setClock('2022-10-13T09:00:00+08:00')
    await Promise.all([collectMessages(), collectMessages(), collectMessages()])
    expect(await told('officer')).toEqual(['dueSoon'])
    expect(await told('certifier')).toEqual(['dueSoon'])
    await world.setClock('2022-10-19T09:00:00+08:00')
    await collectMessages()
    expect(await told('officer')).toEqual(['dueSoon', 'dueSoon'])
    await world.setClock('2022-10-22T09:00:00+08:00')
    await collectMessages()
    await collectMessages()
    expect(await told('officer')).toEqual(['late', 'dueSoon', 'dueSoon'])
    expect(await told('system')).toEqual([])
  })

  it('tells of a step in the very transaction of the step, and never of one that did not happen', async () => {
    const hash = await leadTo('submitted', people.officer, '2020Q4')
    expect(await told('province', '2020Q4')).toEqual(['submitted'])
    const give = (reason: string) =>
      outcomeOf(() =>
        returnReport(authorize(people.province, 'report.return', HOME), '2020Q4', hash, reason, []),
      )
    expect(await give(' ')).toBe('reasonMissing')
    const steps = async (who: 'officer' | 'certifier') =>
      (await told(who, '2020Q4')).filter((kind) => kind === 'returned')
    expect(await steps('officer')).toEqual([])
    expect(await give('look again')).toBe('done')
    expect([await steps('officer'), await steps('certifier')]).toEqual([['returned'], ['returned']])
    await collectMessages()
    expect(await steps('officer')).toEqual(['returned'])
  })

  it('tells each step to those whose turn it is, and no longer reminds whoever has submitted', async () => {
    await world.setClock('2022-10-23T09:00:00+08:00')
    await leadTo('forwarded', people.officer, OPEN)
    await collectMessages()
    expect(await told('province')).toContain('submitted')
    expect(await told('farProvince')).toEqual([])
    expect(await told('cnipa')).toContain('forwarded')
    await world.setClock('2022-11-03T09:00:00+08:00')
    await collectMessages()
    expect((await told('officer')).filter((kind) => kind === 'late')).toHaveLength(1)
    expect((await told('neighbourOfficer')).filter((kind) => kind === 'late').length).toBeGreaterThan(1)
  })

  it('is each person’s own, and read when the person says so; what came since stays unread', async () => {
    const read = authorize(people.officer, 'account.readOwn')
    const before = await unreadMessages(read)
    expect(before).toBeGreaterThan(0)
    await readUpTo(authorize(people.officer, 'account.changeOwn'), new Date('2022-10-13T10:00:00+08:00'))
    expect(await unreadMessages(read)).toBeLessThan(before)
    expect(await unreadMessages(read)).toBeGreaterThan(0)
    expect((await own('colleague')).messages.every(({ readAt }) => readAt === null)).toBe(true)
  })
})

describe('e-mail', () => {
  it('is sent once to whoever gave an address, says no figure, and leads to the report', async () => {
    expect(await outcomeOf(() => address('officer', 'not an address'))).toBe('emailWrong')
    await address('officer', 'officer@city.example')
    await leadTo('forwarded', people.officer, '2021Q1')
    const due = await collectMessages()
    expect(due).toEqual([])
    await leadTo('accepted', people.officer, '2021Q2')
    const [mail] = (await collectMessages()).filter(({ account }) => account === people.officer.id)
    if (mail === undefined) throw new Error('no mail is due')
    // It was put in the queue with the deed, once, under the very id that the collecting job gives it.
    const jobs = await world.owner.query<{ id: string }>(
      `SELECT id::text FROM pgboss.job WHERE name = 'send-mail' AND data ->> 'account' = $1`,
      [people.officer.id],
    )
    expect(jobs.rows).toEqual([{ id: mailJobId(mail) }])
    await sendMail(mail, 0)
    await sendMail(mail, 0)
    expect(post.received.map(({ to }) => to)).toEqual(['officer@city.example'])
    const text = post.received.map(bodyOf)[0] ?? ''
    const message = (await own('officer')).messages.find(
      ({ kind, about }) => kind === 'accepted' && about.period === '2021Q2',
    )
    if (message === undefined) throw new Error('no message')
    expect(text).toContain(messageSentence('zh-CN', message))
    expect(text).toContain(`https://portal.example/cities/${HOME}/reports/2021Q2`)
  })

  it('that a server puts off is tried again; one that it refuses for good is shown to the administrator, and can be sent again', async () => {
    await address('certifier', 'certifier@city.example')
    await leadTo('accepted', people.officer, '2021Q3')
    const mails = await collectMessages()
    const mail = mails.find(({ account }) => account === people.certifier.id)
    if (mail === undefined) throw new Error('no mail is due')
    post.refused.set('certifier@city.example', { code: 450, left: 1 })
    await expect(sendMail(mail, 0)).rejects.toThrow('no mailbox')
    const outgoing = async () =>
      (await readBackground(authorize(people.system, 'jobs.read'))).outbox.find(
        ({ account, kind, about }) =>
          account === people.certifier.id && kind === 'accepted' && about.period === '2021Q3',
      )
    expect(await outgoing()).toMatchObject({ mail: 'waiting', tries: 1 })
    post.refused.set('certifier@city.example', { code: 550, left: 1 })
    await sendMail(mail, 1)
    expect(await outgoing()).toMatchObject({ mail: 'failed', tries: 2, email: 'certifier@city.example' })
    expect((await outgoing())?.error).toContain('no mailbox')

    await resendMail(authorize(people.system, 'jobs.retry'), people.certifier.id)
    const again = (await collectMessages()).find(({ key }) => key === mail.key)
    expect(again).toEqual(mail)
    await sendMail(mail, 0)
    expect(await outgoing()).toMatchObject({ mail: 'sent' })
    expect(post.received.filter(({ to }) => to === 'certifier@city.example')).toHaveLength(1)
  })

  it('comes once a day to whoever wants it so, and not at all to whoever does not', async () => {
    await address('colleague', 'colleague@city.example', 'daily')
    await address('province', 'province@east.example', 'never')
    await world.setClock('2022-11-04T07:00:00+08:00')
    await leadTo('accepted', people.officer, '2021Q4')
    await leadTo('accepted', people.officer, '2022Q1')
    const ofColleague = async () =>
      (await collectMessages()).filter(({ account }) => account === people.colleague.id)
    expect(await ofColleague()).toEqual([])
    await world.setClock('2022-11-04T08:05:00+08:00')
    const digest = await ofColleague()
    expect(digest).toHaveLength(1)
    for (const mail of digest) await sendMail(mail, 0)
    expect(post.received.filter(({ to }) => to === 'colleague@city.example')).toHaveLength(1)
    expect(await ofColleague()).toEqual([])
    expect((await collectMessages()).filter(({ account }) => account === people.province.id)).toEqual([])
  })
})

describe('a city in which nobody can be reached', () => {
  it('is shown to its reviewers and to both administrators', async () => {
    const shown = async () =>
      (await readQueue(authorize(people.cnipa, 'queue.read'), queueQuestion({}))).unreachable.entries.map(
        ({ city, missing }) => [city.code, missing],
      )
    expect(await shown()).toEqual([
      ['910200', ['noAddress']],
      ['920100', ['noAddress']],
    ])
    await world.owner.query('UPDATE account SET disabled_at = chengji_now() WHERE id = $1', [
      people.farCertifier.id,
    ])
    expect(await shown()).toContainEqual(['920100', ['noCertifier', 'noAddress']])
    const province = await readQueue(authorize(people.province, 'queue.read'), queueQuestion({}))
    expect(province.unreachable.entries.map(({ city }) => city.code)).toEqual(['910200'])
    const codes = (cities: readonly { readonly city: { readonly code: string } }[]) =>
      cities.map(({ city }) => city.code)
    expect(
      codes((await readBackground(authorize(people.system, 'jobs.read'), 1)).unreachable.entries),
    ).toEqual(['910200', '920100'])
    expect(codes((await readAccountList(authorize(people.security, 'account.manage'))).unreachable)).toEqual([
      '910200',
      '920100',
    ])
  })

  it('is also one whose mail does not arrive: with the address, to the reviewers of that city alone', async () => {
    await world.owner.query(
      `UPDATE message SET mail = 'failed', mail_error = 'no such user' WHERE (account, id) IN (
         SELECT account, id FROM message WHERE account = $1 LIMIT 2)`,
      [people.officer.id],
    )
    const undelivered = (cities: readonly UnreachableCity[]) =>
      cities.flatMap(({ city, undelivered: people }) =>
        people.map(({ role, failed }) => `${city.code} ${role} ${failed}`),
      )
    const seenBy = async (person: Actor) =>
      undelivered((await readQueue(authorize(person, 'queue.read'), queueQuestion({}))).unreachable.entries)
    const told = ['910100 city_officer 2']
    expect(await seenBy(people.cnipa)).toEqual(told)
    expect(await seenBy(people.province)).toEqual(told)
    expect(await seenBy(people.farProvince)).toEqual([])
    const system = await readBackground(authorize(people.system, 'jobs.read'), 1)
    expect(undelivered(system.unreachable.entries)).toEqual(told)
    const security = await readAccountList(authorize(people.security, 'account.manage'))
    expect(undelivered(security.unreachable)).toEqual(told)
  })
})
