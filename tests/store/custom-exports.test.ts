import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { setMailSetting } from '@/lib/accounts/read-messages'
import { askExport } from '@/lib/exports/ask-export'
import { keepExport } from '@/lib/exports/keep-export'
import { openExport } from '@/lib/exports/open-export'
import { queryParts } from '@/lib/exports/query-parts'
import { readExports } from '@/lib/exports/read-exports'
import { runExport } from '@/lib/exports/run-export'
import { runSchedules } from '@/lib/exports/run-schedules'
import { sendMail } from '@/lib/jobs/send-mail'
import { customExportOf, customQuery } from '@/lib/review/custom-export'
import { readCustom } from '@/lib/review/read-custom'
import { dropView, readExplore, exploreViewOf } from '@/lib/review/read-explore'
import type { MailDue } from '@/lib/store/queue'
import { FAR, HOME, people } from '../support/actors'
import { leadTo, life, makeWorld, outcomeOf, fullAnswer, type World } from '../support/fixtures'
import { bodyOf, raiseMailServer, type MailServer } from '../support/mail-server'
import { readCsv } from '../documents/read-csv'

let world: World
let post: MailServer
beforeAll(async () => {
  world = await makeWorld()
  post = await raiseMailServer()
  await leadTo('accepted', people.officer, '2022Q1')
  await leadTo('accepted', people.farOfficer, '2022Q1')
  await life.prepare(people.officer, '2022Q2', fullAnswer('later', '1300'))
  await leadTo('submitted', people.officer, '2022Q2')
})
afterAll(async () => {
  await post.close()
  await world.drop()
})

const CHOICE = `indicator=pledge_amount&city=${HOME}&city=${FAR}&from=2022Q1&to=2022Q2`

/** Lets an export of one's own be made, and gives back its bytes. */
async function fetchCustom(actor: Actor, query: string): Promise<Buffer> {
  const custom = customExportOf(queryParts(query))
  const { format } = custom
  const id = await askExport(authorize(actor, 'export.ask'), {
    kind: 'custom',
    cities: [],
    parameters: { asOf: null, format, locales: ['zh-CN'], query: customQuery(custom), origin: '' },
    locale: 'zh-CN',
  })
  await runExport({ account: actor.id, id })
  const blocks: Uint8Array[] = []
  for await (const block of (await openExport(authorize(actor, 'export.ask'), id)).content) blocks.push(block)
  return Buffer.concat(blocks)
}
const keep = (
  actor: Actor,
  name: string,
  query: string,
  cadence: 'none' | 'weekly' | 'monthly' | 'afterLock' = 'none',
) => keepExport(authorize(actor, 'view.keep'), null, { name, query, cadence, locale: 'zh-CN' })
const keptBy = async (actor: Actor) =>
  (await readCustom(authorize(actor, 'dashboard.read'), customExportOf({}), 1)).views
const askedFor = async (actor: Actor) => (await readExports(authorize(actor, 'export.ask'))).exports

describe('an export of one’s own', () => {
  it('says the same in the address and in what it is read to', () => {
    const custom = customExportOf(
      queryParts(`${CHOICE}&measure=gap&measure=value&layout=wide&format=json&unaccepted=shown`),
    )
    expect(custom).toMatchObject({
      measures: ['value', 'gap'],
      layout: 'wide',
      format: 'json',
      unaccepted: 'shown',
      view: { indicators: ['pledge_amount'], cities: [HOME, FAR], from: '2022Q1', to: '2022Q2' },
    })
    expect(customExportOf(queryParts(customQuery(custom)))).toEqual(custom)
    expect(customExportOf(queryParts('measure=nonsense&layout=&format=exe'))).toMatchObject({
      measures: ['value'],
      layout: 'long',
      format: 'xlsx',
      unaccepted: 'hidden',
    })
  })

  it('has a row for each quarter or a column for each, and what is not accepted only where it is wanted, marked', async () => {
    const long = readCsv(await fetchCustom(people.cnipa, `${CHOICE}&format=csv&measure=value`))
    const at = (table: readonly (readonly string[])[], row: number, head: string) =>
      table[row]?.[(table[0] ?? []).indexOf(head)]
    expect(long.slice(1).map((row) => [row[0], row[6], row[7], row[8]])).toEqual([
      [HOME, '2022Q1', '1200', '已受理'],
      [FAR, '2022Q1', '1200', '已受理'],
    ])
    const marked = readCsv(await fetchCustom(people.cnipa, `${CHOICE}&format=csv&unaccepted=shown`))
    expect(marked.slice(1).map((row) => [row[0], row[6], row[7], row[8]])).toContainEqual([
      HOME,
      '2022Q2',
      '1300',
      '未受理',
    ])
    const wide = readCsv(await fetchCustom(people.cnipa, `${CHOICE}&format=csv&unaccepted=shown&layout=wide`))
    expect([at(wide, 1, '2022Q1'), at(wide, 1, '2022Q2'), at(wide, 1, '未受理的季度')]).toEqual([
      '1200',
      '1300',
      '2022Q2',
    ])
    const json = JSON.parse(
      (await fetchCustom(people.mof, `${CHOICE}&format=json&unaccepted=shown`)).toString(),
    ) as { records: unknown[] }
    expect(json.records).toContainEqual({
      city: HOME,
      indicator: 'pledge_amount',
      unit: expect.any(String) as string,
      quarter: '2022Q2',
      value: '1300',
      accepted: false,
    })
  })

  it('shared by its address gives each reader the cities within his or her own reach', async () => {
    const rows = readCsv(await fetchCustom(people.farProvince, `${CHOICE}&format=csv`))
    expect(rows.slice(1).map(([city]) => city)).toEqual([FAR])
    const { chosen } = await readCustom(
      authorize(people.province, 'dashboard.read'),
      customExportOf(queryParts(`city=${FAR}&province=91`)),
    )
    expect(chosen).toBe(
      (await readCustom(authorize(people.province, 'dashboard.read'), customExportOf({}))).cities.filter(
        ({ code }) => code.startsWith('91'),
      ).length,
    )
  })

  it('is kept under a name, changed and dropped by its person alone, apart from the views of Explore', async () => {
    expect(await outcomeOf(() => keep(people.mof, ' ', CHOICE))).toBe('nameMissing')
    expect(await outcomeOf(() => keep(people.mof, '季'.repeat(81), CHOICE))).toBe('tooLong')
    await keep(people.mof, '季'.repeat(80), CHOICE)
    await dropView(authorize(people.mof, 'view.keep'), (await keptBy(people.mof))[0]?.id ?? '')
    await keep(people.mof, 'pledges', `${CHOICE}&else=nothing`)
    const [kept] = await keptBy(people.mof)
    expect(kept).toMatchObject({ name: 'pledges', cadence: 'none' })
    expect(kept?.query).not.toContain('else')
    const { views } = await readExplore(authorize(people.mof, 'dashboard.read'), exploreViewOf({}))
    expect(views).toEqual([])
    const change = (actor: Actor) =>
      keepExport(authorize(actor, 'view.keep'), kept?.id ?? '', {
        name: 'renamed',
        query: CHOICE,
        cadence: 'monthly',
        locale: 'en',
      })
    expect(await outcomeOf(() => change(people.cnipa))).toBe('notFound')
    await change(people.mof)
    expect(await keptBy(people.mof)).toMatchObject([{ name: 'renamed', cadence: 'monthly' }])
    // Each name stands once, whoever is first; the one that has it may keep it.
    const twice = [1, 2].map(() => outcomeOf(() => keep(people.mof, 'renamed ', CHOICE)))
    expect(await Promise.all(twice)).toEqual(['viewNameTaken', 'viewNameTaken'])
    const atOnce = [1, 2].map(() => outcomeOf(() => keep(people.mof, 'other', CHOICE)))
    expect((await Promise.all(atOnce)).sort()).toEqual(['done', 'viewNameTaken'])
    await change(people.mof)
    const other = (await keptBy(people.mof)).find(({ name }) => name === 'other')
    await dropView(authorize(people.mof, 'view.keep'), other?.id ?? '')
    await dropView(authorize(people.mof, 'view.keep'), kept?.id ?? '')
    expect(await keptBy(people.mof)).toEqual([])
    expect(await outcomeOf(() => change(people.mof))).toBe('notFound')
  })
})

describe('an export that is made by itself', () => {
  it('is asked for once each time it is due, and told of by a mail that holds the way to it and no figure', async () => {
    await world.setClock('2022-10-12T09:00:00+08:00')
    await setMailSetting(authorize(people.finance, 'account.changeOwn'), {
      email: 'finance@example.cn',
      pace: 'each',
      brief: false,
    })
    await keep(people.finance, 'each Monday', `${CHOICE}&format=csv`, 'weekly')
    await runSchedules('')
    expect(await askedFor(people.finance)).toEqual([])
    await world.setClock('2022-10-17T08:00:00+08:00')
    await Promise.all([runSchedules(''), runSchedules('')])
    const [made, ...others] = await askedFor(people.finance)
    expect([made?.kind, made?.parameters.name, others]).toEqual(['custom', 'each Monday', []])
    await runExport({ account: people.finance.id, id: made?.id ?? '' })
    await runSchedules('')
    expect(await askedFor(people.finance)).toHaveLength(1)
    // The mail went into the queue with the file; what the queue does with it is done here.
    const { rows } = await world.owner.query<{ data: MailDue }>(
      `SELECT data FROM pgboss.job WHERE name = 'send-mail' AND data ->> 'account' = $1`,
      [people.finance.id],
    )
    for (const { data } of rows) await sendMail(data, 0)
    expect(post.received.map(({ to }) => to)).toEqual(['finance@example.cn'])
    const text = post.received.map(bodyOf)[0] ?? ''
    expect(text).toContain('“each Monday”')
    expect(text).not.toContain('1200')
    const sought = /https:\/\/portal\.example\/exports\?of=([0-9a-f-]{36})/.exec(text)?.[1] ?? ''
    expect(sought).toBe(made?.id)
    const opened = await openExport(authorize(people.finance, 'export.ask'), sought)
    expect(opened.file.name).toMatch(/\.csv$/)
    for await (const block of opened.content) expect(Buffer.from(block).toString()).toContain('1200')
    for (const other of [people.mof, people.approver, people.province]) {
      expect(await outcomeOf(() => openExport(authorize(other, 'export.ask'), sought))).toBe('notFound')
      expect((await askedFor(other)).map(({ id }) => id)).not.toContain(sought)
    }
    await world.setClock('2022-10-24T08:00:00+08:00')
    await runSchedules('')
    expect(await askedFor(people.finance)).toHaveLength(2)
  })

  it('says when it is made the next time, and is not made any more once that is stopped, or it is dropped', async () => {
    const [weekly] = await keptBy(people.finance)
    expect(weekly?.next).toEqual(new Date('2022-10-31T08:00:00+08:00'))
    const stop = { name: 'each Monday', query: CHOICE, cadence: 'none', locale: 'zh-CN' } as const
    await keepExport(authorize(people.finance, 'view.keep'), weekly?.id ?? '', stop)
    await keep(people.finance, 'monthly', CHOICE, 'monthly')
    const kept = await keptBy(people.finance)
    expect(kept.map(({ name, next }) => [name, next])).toEqual([
      ['monthly', new Date('2022-11-01T08:00:00+08:00')],
      ['each Monday', null],
    ])
    await keepExport(authorize(people.finance, 'view.keep'), kept[0]?.id ?? '', {
      name: 'monthly',
      query: CHOICE,
      cadence: 'weekly',
      locale: 'zh-CN',
    })
    await dropView(authorize(people.finance, 'view.keep'), kept[0]?.id ?? '')
    const before = (await askedFor(people.finance)).length
    await world.setClock('2022-10-31T08:00:00+08:00')
    await runSchedules('')
    expect(await askedFor(people.finance)).toHaveLength(before)
  })

  it('waits while its person has as many in the making as one may have', async () => {
    await keep(people.approver, 'monthly', `${CHOICE}&format=csv`, 'monthly')
    const ask = () =>
      askExport(authorize(people.approver, 'export.ask'), {
        kind: 'cityReports',
        cities: [HOME],
        parameters: { asOf: '2022Q1', format: 'xlsx', locales: ['zh-CN'], query: '', origin: '' },
        locale: 'zh-CN',
      })
    const first = await ask()
    await ask()
    await world.setClock('2022-11-01T08:00:00+08:00')
    await runSchedules('')
    expect((await askedFor(people.approver)).filter(({ kind }) => kind === 'custom')).toEqual([])
    await runExport({ account: people.approver.id, id: first })
    await runSchedules('')
    expect((await askedFor(people.approver)).filter(({ kind }) => kind === 'custom')).toHaveLength(1)
  })

  it('goes by the rights of that day: the new province, and nothing at all for who exports no more', async () => {
    await keep(people.farProvince, 'weekly', 'indicator=pledge_amount&format=csv', 'weekly')
    await keep(people.cnipa, 'weekly', CHOICE, 'weekly')
    await world.owner.query(`UPDATE account SET province = '91' WHERE id = $1`, [people.farProvince.id])
    await world.owner.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [people.cnipa.id])
    const before = (await askedFor(people.cnipa)).length
    await world.setClock('2022-11-07T08:00:00+08:00')
    await runSchedules('')
    const moved: Actor = { ...people.farProvince, province: '91' }
    const [asked] = await askedFor(moved)
    await runExport({ account: moved.id, id: asked?.id ?? '' })
    const [made] = await askedFor(moved)
    expect([made?.state, made?.cities.every((city) => city.startsWith('91'))]).toEqual(['done', true])
    expect(await askedFor(people.cnipa)).toHaveLength(before)
  })

  it('is nobody else’s to see or to note', async () => {
    const app = new pg.Client({ connectionString: world.appUrl })
    await app.connect()
    await app.query('BEGIN')
    await app.query(`SELECT set_config('app.account', $1, true), set_config('app.scope', 'none', true)`, [
      people.mof.id,
    ])
    expect((await app.query(`SELECT FROM export_schedule_run`)).rowCount).toBe(0)
    expect(
      (await app.query(`SELECT FROM saved_view WHERE cadence <> 'none' AND account <> $1`, [people.mof.id]))
        .rowCount,
    ).toBe(0)
    await app.query('ROLLBACK')
    await app.end()
  })
})
