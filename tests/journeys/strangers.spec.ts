import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIResponse, BrowserContext, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { decideByHand } from '../support/instalments'
import { expect, test, type Portal, type Visitor } from '../support/portal'
import { pdf } from '../support/sample-files'

const HOME = '910100'
const OWN = { officer: 'linjiang', province: 'donghai' }
/** People of another city and of another province who may do at home what is tried here. */
const STRANGERS = { officers: ['yunxi'], readers: ['yunxi', 'yunxi-sign', 'xiling'] }

/** How a way in is tried where it is not simply opened by the officer at home. */
interface Way {
  readonly own?: string
  /** Another city than the usual one. */
  readonly home?: string
  readonly period?: string
  readonly query?: string
  /** Who must not get in, if not only people of elsewhere. */
  readonly strangers?: readonly string[]
  readonly body?: (account: string, made: Made) => object
  /** Whether the body is sent as bytes. */
  readonly isBytes?: boolean
  /** What the city's own officer makes beforehand. */
  readonly make?: (visitor: Visitor, portal: Portal) => Promise<Made>
}

/** What has to be there for a way to be tried; `upload` and `file` stand in its address. */
interface Made {
  readonly upload?: string
  readonly file?: string
  readonly row?: string
  readonly proposal?: string
}

const PROOF = pdf('proof', 300_000)
const sha256 = createHash('sha256').update(PROOF).digest('hex')
const uploads = `/api/cities/${HOME}/uploads`
const declared = { name: 'proof.pdf', bytes: PROOF.length, sha256 }
const asBytes = { 'content-type': 'application/octet-stream', 'x-file-name': 'table.csv' }

async function makeUpload(visitor: Visitor, portal: Portal): Promise<Made> {
  const begun = (await (await post(visitor, portal, uploads, declared)).json()) as { id: string }
  return { upload: begun.id }
}

async function makeWhole(visitor: Visitor, portal: Portal): Promise<Made> {
  const made = await makeUpload(visitor, portal)
  const address = `${uploads}/${made.upload ?? ''}/pieces?at=0&sha256=${sha256}`
  const headers = { origin: portal.url, ...asBytes }
  expect((await visitor.request.post(address, { data: PROOF, headers })).status()).toBe(200)
  return made
}

const TABLE = Buffer.from('指标,本期数\n知识产权质押融资金额,8\n')
const SPENDING = Buffer.from(
  '日期,资金来源,任务编号,支持方式,金额,用途\n2022-04-01,地方,2.1,财政补助,100,培训\n',
)
// With a mark in its last column it is compared task by task, not with what a page showed.
const TASKS = Buffer.from('编号,任务,核对码（勿改）\n2.9,知识产权讲堂,000000000000\n')
const reading = `/cities/${HOME}/reports/2022Q3/import/file`

async function makeProposal(visitor: Visitor, portal: Portal): Promise<Made> {
  const headers = { origin: portal.url, ...asBytes }
  return (await (await visitor.request.post(reading, { data: TABLE, headers })).json()) as Made
}

async function makeFile(visitor: Visitor, portal: Portal): Promise<Made> {
  const { upload = '' } = await makeWhole(visitor, portal)
  return (await (await post(visitor, portal, `${uploads}/${upload}/finish`, {})).json()) as Made
}

async function makeDecision(_: Visitor, portal: Portal): Promise<Made> {
  await decideByHand({ query: async (sql, values) => ({ rows: await portal.query(sql, values) }) }, HOME)
  return {}
}

/** A row that the city has submitted. */
async function findRow(_: Visitor, portal: Portal): Promise<Made> {
  const [found] = await portal.query<{ id: string }>(
    `SELECT id FROM register_row WHERE city = $1 AND period = '2022Q2' ORDER BY id LIMIT 1`,
    [HOME],
  )
  return { row: found?.id ?? '' }
}

const edit = { indicator: 'pledge_amount', part: '', baseVersion: 0, state: 'figure', text: '7' }
const row = (id: string) => ({
  id,
  baseVersion: 0,
  removed: false,
  name: '明德精密机械有限公司',
  creditCode: '',
  noCodeReason: '正在办理登记，尚无代码',
  countedOn: '2022-08-01',
  level: '',
  evidence: '协议',
  note: '',
})
const NEW_ROW = '01890000-0000-7000-8000-000000000001'

/** A working copy is for its city alone; who reviews has no business with it at home either. */
const DRAFT: Way = { strangers: ['yunxi', 'yunxi-sign'] }

const WAYS: Readonly<Record<string, Way>> = {
  'GET cities/[city]/reports/[period]/workbook': DRAFT,
  'GET cities/[city]/reports/[period]/import/[proposal]/original': { ...DRAFT, make: makeProposal },
  'GET cities/[city]/reports/[period]/import/[proposal]/annotated': { ...DRAFT, make: makeProposal },
  'POST cities/[city]/reports/[period]/import/file': { isBytes: true, body: () => TABLE },
  'GET admin/cities/[city]': { own: 'sysadmin', strangers: ['linjiang', 'donghai', 'cnipa'] },
  'GET review/[city]/[period]': { own: OWN.province, period: '2022Q2' },
  'GET cities/[city]/reports/[period]/receipt': { period: '2022Q2' },
  'GET cities/[city]/reports/[period]/receipt/paper': { period: '2022Q2' },
  // Its restatements are asked for and granted in the demonstration.
  'GET cities/[city]/restatements/[number]': { own: 'qinglan', home: '910300' },
  'GET cities/[city]/restatements/[number]/paper': { own: 'qinglan', home: '910300' },
  // Who may never read a draft is told so, wherever it is.
  'GET cities/[city]/reports/[period]/registers/[indicator]/rows/[row]': {
    period: '2022Q2',
    strangers: STRANGERS.officers,
    make: findRow,
  },
  'GET cities/[city]/reports/[period]/registers/[indicator]/export': { strangers: STRANGERS.officers },
  // A large register follows its page: a working copy, as the page is.
  'GET cities/[city]/reports/[period]/registers/[indicator]/rows': DRAFT,
  // A second instalment that was decided: to its city nothing else is shown.
  'GET cities/[city]/instalment/[number]': { make: makeDecision },
  'GET cities/[city]/instalment/[number]/paper': { make: makeDecision },
  'GET cities/[city]/instalment/[number]/inputs': { make: makeDecision },
  'GET cities/[city]/plan/export': { query: '?version=1&format=csv' },
  'POST cities/[city]/funds/import': { isBytes: true, body: () => SPENDING },
  // Its plan is sent back in the demonstration, and open therefore.
  'POST cities/[city]/plan/import': {
    own: 'changhe',
    home: '920200',
    query: '?version=1',
    isBytes: true,
    body: () => TASKS,
  },
  // Early: with few documents.
  'GET cities/[city]/export/pack': { query: '?period=2020Q1&known=2020-11-01' },
  'GET cities/[city]/export/assessment': { query: '?asOf=2022Q2&format=json' },
  'GET cities/[city]/export/paper': { query: '?period=2022Q2&format=docx' },
  // Assigned to it in the demonstration; the city's own people do not look into an open sheet.
  'GET assess/[city]/[round]': { own: 'assessor', strangers: ['linjiang', 'yunxi', 'cnipa'] },
  // The assessors of a city, in their days; people of the city have the address of their own.
  'GET assess/[city]/[round]/paper': { own: 'assessor', query: '?version=1&kind=sheet', strangers: [] },
  'GET cities/[city]/evaluations/[round]/[version]/paper': { query: '?kind=sheet&format=docx' },
  'GET cities/[city]/export': { query: '?period=2022Q2&format=csv' },
  // A reviewer of another province does not look at any city's working copy.
  'GET api/cities/[city]/files': { strangers: ['yunxi', 'yunxi-sign'] },
  'GET api/cities/[city]/reports/[period]/evidence': { strangers: ['yunxi', 'yunxi-sign'] },
  'GET api/cities/[city]/files/[file]': { make: makeFile },
  'GET api/cities/[city]/files/[file]/view': { make: makeFile },
  'POST api/cities/[city]/uploads': { body: () => ({ ...declared, name: 'another.pdf' }) },
  'POST api/cities/[city]/uploads/[upload]/pieces': {
    make: makeUpload,
    query: `?at=0&sha256=${sha256}`,
    isBytes: true,
    body: () => PROOF,
  },
  'POST api/cities/[city]/uploads/[upload]/finish': { make: makeWhole, body: () => ({}) },
  'POST api/cities/[city]/uploads/[upload]/cancel': { make: makeUpload, body: () => ({}) },
  'POST api/cities/[city]/reports/[period]/evidence': {
    make: makeFile,
    body: (_, { file = '' }) => ({
      indicator: 'pledge_amount',
      kind: 'figure',
      target: '',
      files: [file],
      removed: false,
    }),
  },
  'POST cities/[city]/reports/[period]/cells': {
    body: (account) => ({ account, version: 1, edits: [edit] }),
  },
  'POST cities/[city]/reports/[period]/presence': {
    body: (account) => ({ account, cell: 'pledge_amount/', unsaved: 1, invalid: 0 }),
  },
  'POST cities/[city]/reports/[period]/registers/[indicator]/rows': {
    body: () => ({ version: 1, rows: [row(NEW_ROW)] }),
  },
}

/** Every page and route whose address names a city: what is added to the portal is tried without being named here. */
const ways = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.includes('[city]') && /\/(?:page\.tsx|route\.ts)$/.test(file))
  .flatMap((file) => {
    const isPage = file.endsWith('page.tsx')
    const text = isPage ? '' : readFileSync(path.join('app', file), 'utf8')
    const methods = isPage
      ? ['GET']
      : [...text.matchAll(/^export const (\w+) = city/gm)].map(([, name]) => name)
    return methods.map((method = '') => ({ method, isPage, folder: path.posix.dirname(file) }))
  })

test('the ways in that are tried in a way of their own are ways in', () => {
  expect(ways.length).toBeGreaterThan(12)
  const names = ways.map(({ method, folder }) => `${method} ${folder}`)
  expect(Object.keys(WAYS).filter((name) => !names.includes(name))).toEqual([])
})

for (const { method, isPage, folder } of ways) {
  const name = `${method} ${folder}`
  const { own = OWN.officer, home = HOME, period = '2022Q3', query = '', body, ...way } = WAYS[name] ?? {}
  const strangers = way.strangers ?? (method === 'GET' ? STRANGERS.readers : STRANGERS.officers)
  const others = method === 'GET' ? ['auditadmin'] : ['auditadmin', 'yunxi-sign', 'linjiang-sign', 'xiling']
  const addressAt = (city: string, { upload = '', file = '', row: rowId = '', proposal = '' }: Made) =>
    `/${folder.replace('[city]', city).replace('[number]', '1').replace('[period]', period).replace('[indicator]', 'custody_smes').replace('[upload]', upload).replace('[file]', file).replace('[row]', rowId).replace('[proposal]', proposal).replace('[task]', '1.1.1').replace('[round]', 'midTerm-1').replace('[version]', '1').replace('[reference]', '2022Q2-1-pledge_amount')}${query}`

  test(`${name}: for ${own}, and for nobody from elsewhere`, async ({ context, portal }) => {
    const visitor = windowless(context)
    await become(visitor, portal, own)
    const made = (await way.make?.(visitor, portal)) ?? {}
    const ask = async (person: string, city = home): Promise<APIResponse> => {
      await become(visitor, portal, person)
      if (method === 'GET') return visitor.request.get(addressAt(city, made), { maxRedirects: 0 })
      if (body === undefined) throw new Error(`say in WAYS what ${name} is sent`)
      const data = body(await accountOf(portal, person), made)
      return post(visitor, portal, addressAt(city, made), data, way.isBytes ? asBytes : {})
    }
    // Who only opens changes nothing; to see that of every page takes longer than it tells.
    const kept = () => (method === 'GET' ? 'as it was' : everythingOf(portal, home))
    const before = await kept()
    for (const stranger of strangers) expect((await ask(stranger)).status(), stranger).toBe(404)
    for (const other of others) expect((await ask(other)).status(), other).toBe(isPage ? 404 : 403)
    const nobody = await ask('-')
    expect(nobody.status(), 'nobody').toBe(isPage ? 307 : 401)
    if (isPage) expect(nobody.headers().location).toContain('/sign-in')
    expect((await ask(own, '999999')).status(), 'a city that is none').toBe(404)
    expect(await kept()).toBe(before)

    expect((await ask(own)).status(), own).toBe(200)
    expect((await kept()) === before).toBe(method === 'GET')
  })
}

test.describe('an address of one’s own with what is another city’s in its body', () => {
  const report = '/cities/920100/reports/2022Q3'

  test('cells: another account, and a city named beside', async ({ context, portal }) => {
    const visitor = windowless(context)
    await become(visitor, portal, 'yunxi')
    const before = await everythingOf(portal, HOME)
    const theirs = { account: await accountOf(portal, 'linjiang'), city: HOME, version: 1, edits: [edit] }
    expect((await post(visitor, portal, `${report}/cells`, theirs)).status()).toBe(403)
    const own = {
      account: await accountOf(portal, 'yunxi'),
      city: HOME,
      version: 1,
      edits: [{ ...edit, city: HOME }],
    }
    expect((await post(visitor, portal, `${report}/cells`, own)).status()).toBe(200)
    expect(await everythingOf(portal, HOME)).toBe(before)
    expect(await everythingOf(portal, '920100')).toContain('"indicator":"pledge_amount"')
  })

  test('rows: the key of a row of another city', async ({ context, portal }) => {
    const visitor = windowless(context)
    await become(visitor, portal, 'yunxi')
    const [theirs] = await portal.query<{ id: string }>(
      `SELECT id FROM register_row WHERE city = $1 ORDER BY id LIMIT 1`,
      [HOME],
    )
    const before = await everythingOf(portal, HOME)
    const edits = {
      city: HOME,
      version: 1,
      rows: [{ ...row(theirs?.id ?? ''), baseVersion: 1, removed: true }],
    }
    const answer = await post(visitor, portal, `${report}/registers/custody_smes/rows`, edits)
    expect(await answer.text()).not.toContain('"saved"')
    expect(await everythingOf(portal, HOME)).toBe(before)
  })
})

test.describe('a form of one’s own with the city of another in it', () => {
  for (const [person, address, fill] of [
    ['yunxi', '/cities/920100/targets', fillTarget],
    ['yunxi', '/cities/920100/reports/2022Q3/deadline', askForTime],
    ['donghai', '/review/910471/2022Q2', fillReturn],
    ['donghai', '/review/910471/2022Q2', forward],
  ] as const) {
    test(`${person}, ${fill.name}`, async ({ page, portal }) => {
      await become(page, portal, person)
      await page.goto(address)
      const victim = person === 'donghai' ? '920200' : HOME
      const before = [await everythingOf(portal, victim), await everythingOf(portal, '910471')]
      await page.evaluate((city) => {
        for (const hidden of document.querySelectorAll<HTMLInputElement>('input[name=city]'))
          hidden.value = city
      }, victim)
      await fill(page)
      await expect(page.getByText(refusalSentence('zh-CN', { code: 'notFound', detail: {} }))).toBeVisible()
      expect([await everythingOf(portal, victim), await everythingOf(portal, '910471')]).toEqual(before)
    })
  }
})

async function fillTarget(page: Page): Promise<void> {
  const form = page.locator('#target-pledge_amount')
  await form.locator('summary').last().click()
  await form.locator('input[name=value]').fill('99')
  await form.locator('input[name=reason]').fill('市政府专题会议纪要')
  await form.getByRole('button').click()
}

async function askForTime(page: Page): Promise<void> {
  await page.locator('#extension-day').fill('2022-12-01')
  await page.locator('#extension-reason').fill('银行数据月底才到')
  await page
    .locator('form', { has: page.locator('#extension-day') })
    .getByRole('button')
    .click()
}

async function fillReturn(page: Page): Promise<void> {
  await page.locator('#return-reason').fill('请核对')
  await page
    .locator('form', { has: page.locator('#return-reason') })
    .getByRole('button')
    .click()
}

async function forward(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('zh-CN').review.decide.forward.send, exact: true }).click()
}

/** Whoever only asks needs no window. */
const windowless = (context: BrowserContext): Visitor => ({
  context: () => context,
  request: context.request,
})

async function become(visitor: Visitor, portal: Portal, person: string): Promise<void> {
  await visitor.context().clearCookies()
  if (person !== '-') await portal.enter(visitor, person)
}

const post = (
  visitor: Visitor,
  portal: Portal,
  address: string,
  data: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIResponse> =>
  visitor.request.post(address, { data, headers: { origin: portal.url, ...headers } })

async function accountOf(portal: Portal, login: string): Promise<string> {
  const [account] = await portal.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login])
  return account?.id ?? NEW_ROW
}

/** All that is kept of a city, as the owner of the database sees it, but for what the portal makes by itself when it has just started. */
async function everythingOf(portal: Portal, city: string): Promise<string> {
  const tables = await portal.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'city'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('audit_event', 'account', 'message', 'weekly_brief')
     ORDER BY 1`,
  )
  const all: unknown[] = []
  for (const { name } of tables)
    all.push(name, await portal.query(`SELECT * FROM ${name} t WHERE city = $1 ORDER BY t`, [city]))
  return JSON.stringify(all)
}
