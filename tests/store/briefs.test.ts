import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { authorize, authorizePortal } from '@/lib/access/authorize'
import { setMailSetting } from '@/lib/accounts/read-messages'
import { mailText } from '@/lib/i18n/message-sentence'
import { collectMessages } from '@/lib/jobs/collect-messages'
import { makeBriefs } from '@/lib/jobs/make-briefs'
import { readBriefPage } from '@/lib/review/read-brief'
import { readMail } from '@/lib/store/mail'
import { begin } from '@/lib/store/work'
import { FAR, HOME, NEIGHBOUR, people } from '../support/actors'
import { leadTo, life, makeWorld, row, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.setClock('2022-10-05T09:00:00+08:00')
  await life.prepare(people.officer, '2022Q1', [])
  await life.addRows(people.officer, '2022Q1', 'custody_smes', [row('a customer')])
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('accepted', people.farOfficer, '2022Q1')
  await world.setClock('2022-10-12T09:00:00+08:00')
})
afterAll(() => world.drop())

const briefOf = (person: (typeof people)['officer'], week: string | null = null) =>
  readBriefPage(authorize(person, 'brief.read'), week)
const told = async () =>
  (
    await world.owner.query<{ id: string; mail: string }>(
      `SELECT account::text AS id, mail FROM message WHERE kind = 'brief' ORDER BY 1`,
    )
  ).rows

it('everybody who has figures to look at gets one brief of the last week, and is told of it once', async () => {
  await setMailSetting(authorize(people.officer, 'account.changeOwn'), {
    email: 'officer@example.cn',
    pace: 'each',
    brief: false,
  })
  await setMailSetting(authorize(people.cnipa, 'account.changeOwn'), {
    email: 'cnipa@example.cn',
    pace: 'each',
    brief: true,
  })
  const made = await makeBriefs()
  expect(made).toBeGreaterThan(5)
  expect(await makeBriefs()).toBe(0)
  await collectMessages()
  const first = await told()
  await collectMessages()
  expect(await told()).toEqual(first)
  const mailOf = (person: { id: string }) => first.find(({ id }) => id === person.id)?.mail
  expect({ officer: mailOf(people.officer), cnipa: mailOf(people.cnipa), mof: mailOf(people.mof) }).toEqual({
    officer: 'notWanted',
    cnipa: 'waiting',
    mof: 'noAddress',
  })
  const { rows } = await world.owner.query<{ role: string }>(
    `SELECT DISTINCT a.role FROM weekly_brief b JOIN account a ON a.id = b.account WHERE a.role LIKE '%admin'`,
  )
  expect(rows).toEqual([])
})

it('it says what the person may see: a city its own changes, a province its own cities, the nation all', async () => {
  const cities = async (person: (typeof people)['officer']) => [
    ...new Set((await briefOf(person)).shown?.content.changes.items.map(({ city }) => city.code)),
  ]
  expect(await cities(people.officer)).toEqual([HOME])
  expect(await cities(people.neighbourOfficer)).toEqual([])
  expect(await cities(people.province)).toEqual([HOME])
  expect(await cities(people.farOfficer)).toEqual([FAR])
  const number = async (person: (typeof people)['officer']) => {
    const { items = [], more = 0 } = (await briefOf(person)).shown?.content.changes ?? {}
    return items.length + more
  }
  // Eleven results of each city: ten are listed, the others counted.
  expect(await number(people.province)).toBe(11)
  expect(await number(people.cnipa)).toBe(22)
  const province = (await briefOf(people.province)).shown?.content
  expect(province?.overdue.items.map(({ code }) => code)).not.toContain(FAR)
  expect([HOME, NEIGHBOUR]).toEqual(
    expect.arrayContaining(province?.worst.items.map(({ city }) => city.code) ?? []),
  )
})

it('its mail says what it lists with reasons and the way to each explanation, and no figure', async () => {
  const mail = await begin(authorizePortal('message.send'), (work) => readMail(work, people.cnipa.id, ''))
  const { text } = mailText('zh-CN', mail?.messages ?? [], 'https://portal.example')
  expect(text).toContain('https://portal.example/brief?week=2022-10-03')
  expect(text).toMatch(
    /评判变化\n- (?:家|远)城市? .+ {2}首次评判 → .+ {2}2022年第一季度报表第1版受理 {2}https:\/\/portal\.example\/cities\/9[12]0100\?asOf=2022Q1#/,
  )
  expect(text.match(/首次评判 → /g)).toHaveLength(10)
  expect(text).toContain('另有 12 个。')
  // What every city reported for each growth result.
  expect(text).not.toMatch(/1,?200/)
  const { text: english } = mailText('en', mail?.messages ?? [], 'https://portal.example')
  expect(english).toContain('Verdicts that changed')
  expect(english).not.toMatch(/[\u4e00-\u9fff]/)
})

it('each week has its own, kept as it was and found by its Monday', async () => {
  const before = await briefOf(people.officer, '2022-10-03')
  expect(before.shown?.week).toBe('2022-10-03')
  await world.setClock('2022-10-18T09:00:00+08:00')
  expect(await makeBriefs()).toBeGreaterThan(5)
  const after = await briefOf(people.officer)
  expect(after.weeks).toEqual(['2022-10-10', '2022-10-03'])
  expect(after.shown).toMatchObject({ week: '2022-10-10', content: { changes: { items: [] } } })
  expect((await briefOf(people.officer, '2022-10-03')).shown).toEqual(before.shown)
  expect((await briefOf(people.officer, '2001-01-01')).shown).toBeNull()
})

it('nobody reads another’s, and none is changed', async () => {
  const app = new pg.Client({ connectionString: world.appUrl })
  await app.connect()
  try {
    await app.query('BEGIN')
    await app.query(`SELECT set_config('app.account', $1, true), set_config('app.scope', 'none', true)`, [
      people.officer.id,
    ])
    const { rows } = await app.query<{ account: string }>('SELECT DISTINCT account::text FROM weekly_brief')
    expect(rows).toEqual([{ account: people.officer.id }])
    await app.query('ROLLBACK')
  } finally {
    await app.end()
  }
  await expect(world.owner.query(`UPDATE weekly_brief SET week = '2000-01-03'`)).rejects.toThrow()
})
