import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { axeSource } from '../support/axe-source'
import { decideByHand } from '../support/instalments'
import { expect, test, type Portal } from '../support/portal'

/** Every page of the portal, with somebody who may see it: '-' is nobody. A page that is added must be added here. */
const PAGES: Readonly<Record<string, readonly (readonly [person: string, address: string])[]>> = {
  '': [['-', '/sign-in?to=%2Fnotice']],
  'sign-in': [['-', '/sign-in']],
  notice: [['-', '/notice']],
  help: [['linjiang', '/help']],
  practice: [
    ['linjiang', '/practice'],
    ['cnipa', '/practice'],
  ],
  verify: [['-', '/verify']],
  'verify/[number]': [
    ['-', '/verify/CJ-910100-2022Q2-1-0000000000'],
    ['-', 'the first receipt'],
  ],
  announcements: [
    ['linjiang', '/announcements'],
    ['cnipa', '/announcements'],
  ],
  messages: [
    ['changhe', '/messages'],
    ['cnipa', '/messages'],
  ],
  brief: [
    ['finance', '/brief'],
    ['linjiang', '/brief'],
  ],
  account: [['cnipa', '/account']],
  'cities/[city]': [
    ['linjiang', '/cities/910100'],
    ['donghai', '/cities/910471'],
    ['cnipa', '/cities/920200?unaccepted=shown'],
    ['cnipa', '/cities/920400'],
  ],
  'cities/[city]/trace/[reference]': [['cnipa', '/cities/910100/trace/2022Q2-1-pledge_amount']],
  'cities/[city]/counts/[indicator]': [
    ['baisha', '/cities/920300/counts/custody_smes'],
    ['cnipa', '/cities/910100/counts/certified_entities'],
    ['linjiang', '/cities/910100/counts/regional_brands'],
  ],
  'cities/[city]/registers': [
    ['baisha', '/cities/920300/registers'],
    ['cnipa', '/cities/910100/registers'],
  ],
  'cities/[city]/desk': [
    ['baisha', '/cities/920300/desk'],
    ['linjiang-sign', '/cities/910100/desk'],
    ['beichuan', '/cities/920400/desk'],
  ],
  'cities/[city]/contacts': [
    ['linjiang', '/cities/910100/contacts?place=filler'],
    ['donghai', '/cities/910100/contacts'],
  ],
  'cities/[city]/handover': [
    ['baisha', '/cities/920300/handover'],
    ['linjiang-sign', '/cities/910100/handover'],
  ],
  'cities/[city]/evidence': [
    ['linjiang', '/cities/910100/evidence'],
    ['baisha-sign', '/cities/920300/evidence?find=%E5%90%88%E5%90%8C&sort=size'],
  ],
  'cities/[city]/plan': [
    ['linjiang', '/cities/910100/plan?view=gantt'],
    ['cnipa', '/cities/910300/plan?view=changes'],
    ['baisha', '/cities/920300/plan'],
  ],
  'cities/[city]/plan/tasks/[task]': [
    ['linjiang', '/cities/910100/plan/tasks/1.1.1'],
    ['changhe', '/cities/920200/plan/tasks/3.1'],
  ],
  'cities/[city]/funds': [
    ['linjiang', '/cities/910100/funds'],
    ['finance', '/cities/910200/funds'],
    ['beichuan', '/cities/920400/funds'],
  ],
  'cities/[city]/instalment': [
    ['finance', '/cities/910100/instalment'],
    ['finance-approve', 'the decided instalment'],
    ['qinglan', '/cities/910300/instalment'],
  ],
  'cities/[city]/instalment/[number]': [['linjiang', 'letter']],
  exposure: [['mof', '/exposure?band-1-from=0&band-1-amount=1000']],
  monitor: [['mof', '/monitor']],
  evaluations: [['cnipa', '/evaluations']],
  'evaluations/[round]': [['mof', '/evaluations/midTerm-1']],
  'cities/[city]/evaluations': [
    ['linjiang', '/cities/910100/evaluations'],
    ['beichuan', '/cities/920400/evaluations'],
  ],
  'cities/[city]/evaluations/[round]': [
    ['baisha', '/cities/920300/evaluations/midTerm-1'],
    ['cnipa', '/cities/910300/evaluations/midTerm-1'],
  ],
  'cities/[city]/evaluations/[round]/[version]': [['linjiang', '/cities/910100/evaluations/midTerm-1/1']],
  assess: [['assessor', '/assess']],
  'assess/[city]/[round]': [
    ['assessor-2', '/assess/910200/midTerm-1'],
    ['assessor-lead', '/assess/910300/midTerm-1'],
  ],
  'cities/[city]/targets': [['linjiang', '/cities/910100/targets']],
  'cities/[city]/restatement': [
    ['linjiang', '/cities/910100/restatement'],
    ['cnipa', '/cities/910100/restatement?period=2022Q2&indicator=custody_smes&value=1200'],
  ],
  'cities/[city]/restatements': [
    ['linjiang', '/cities/910100/restatements'],
    ['cnipa', '/cities/910300/restatements'],
  ],
  'cities/[city]/restatements/new': [['linjiang', '/cities/910100/restatements/new?period=2022Q1']],
  'cities/[city]/restatements/[number]': [
    ['mof', '/cities/910300/restatements/1'],
    ['cnipa', '/cities/910300/restatements/2'],
  ],
  'cities/[city]/simulation': [['qinglan', '/cities/910300/simulation']],
  'cities/[city]/reports/[period]': [
    ['linjiang', '/cities/910100/reports/2022Q3'],
    ['baisha', '/cities/920300/reports/2022Q2'],
    ['changhe', '/cities/920200/reports/2019'],
  ],
  'cities/[city]/reports/[period]/registers/[indicator]': [
    ['linjiang', '/cities/910100/reports/2022Q3/registers/custody_smes'],
    ['linjiang-sign', '/cities/910100/reports/2022Q2/registers/certified_entities'],
    ['linjiang', '/cities/910100/reports/2022Q3/registers/service_providers'],
  ],
  'cities/[city]/reports/[period]/check': [
    ['linjiang', '/cities/910100/reports/2022Q3/check'],
    ['baisha-sign', '/cities/920300/reports/2022Q2/check'],
    ['baisha', '/cities/920300/reports/2022Q3/check'],
  ],
  'cities/[city]/reports/[period]/deadline': [
    ['baisha', '/cities/920300/reports/2022Q3/deadline'],
    ['cnipa', '/cities/920300/reports/2022Q3/deadline'],
  ],
  'cities/[city]/reports/[period]/import': [
    ['linjiang', '/cities/910100/reports/2022Q3/import'],
    ['linjiang-sign', '/cities/910100/reports/2022Q2/import'],
  ],
  'cities/[city]/reports/[period]/receipt': [['linjiang', '/cities/910100/reports/2022Q2/receipt']],
  review: [
    ['donghai', '/review'],
    ['cnipa', '/review'],
  ],
  'review/together': [
    ['cnipa', '/review/together?report=920200.2022Q2'],
    ['donghai', '/review/together?report=910471.2022Q2'],
  ],
  'review/handover': [
    ['donghai', '/review/handover'],
    ['cnipa', '/review/handover'],
  ],
  'review/cases': [
    ['cnipa', '/review/cases'],
    ['donghai', '/review/cases'],
  ],
  'review/[city]/[period]': [
    ['donghai', '/review/910471/2022Q2'],
    ['cnipa', '/review/920200/2022Q2'],
  ],
  dashboard: [
    ['cnipa', '/dashboard'],
    ['donghai', '/dashboard?verdict=behindPace'],
  ],
  'dashboard/overview': [
    ['cnipa', '/dashboard/overview'],
    ['donghai', '/dashboard/overview?asOf=2021Q4'],
  ],
  'dashboard/changes': [['cnipa', '/dashboard/changes']],
  explore: [
    ['cnipa', '/explore?indicator=pledge_amount&measure=yearOnYear&as=heat'],
    ['donghai', '/explore?indicator=transfers_licenses&as=line&unaccepted=shown'],
  ],
  'exports/custom': [
    ['cnipa', '/exports/custom?measure=value&measure=gap&unaccepted=shown'],
    ['donghai', '/exports/custom?layout=wide&indicator=pledge_amount&indicator=transfers_licenses'],
  ],
  exports: [
    ['cnipa', '/exports?kind=nationalSummary'],
    ['cnipa', '/exports?kind=assessmentWorkbook'],
    ['linjiang', '/exports'],
    ['assessor', '/exports?refused=exportGone'],
  ],
  compare: [
    ['cnipa', '/compare?city=910100&city=910300&city=920200&scale=required&unaccepted=shown'],
    ['donghai', '/compare'],
  ],
  quality: [
    ['cnipa', '/quality?state=all'],
    ['finance', '/quality?quarter=2021Q4'],
  ],
  decisions: [['cnipa', '/decisions']],
  'decisions/new': [
    ['cnipa', '/decisions/new?kind=scoringScheme'],
    ['finance', '/decisions/new?kind=bandTable'],
    ['cnipa', '/decisions/new?kind=checkSeverity&check=jump'],
  ],
  'decisions/rehearsal': [
    ['cnipa', '/decisions/rehearsal'],
    [
      'mof',
      '/decisions/rehearsal?baseYear=2020&intervals=3&path=compound&share=ownProfile&city=910100&city=910300',
    ],
  ],
  'decisions/checks': [['finance', '/decisions/checks']],
  'decisions/[id]': [['mof', 'the first decision']],
  'admin/jobs': [['sysadmin', '/admin/jobs']],
  'admin/accounts': [['secadmin', '/admin/accounts']],
  'admin/accounts/[account]': [['secadmin', 'the first account']],
  'admin/accounts/new': [['secadmin', '/admin/accounts/new']],
  'admin/periods': [['sysadmin', '/admin/periods']],
  'admin/periods/new': [['sysadmin', '/admin/periods/new']],
  'admin/periods/[period]': [['sysadmin', '/admin/periods/2022Q3']],
  'admin/cities': [['sysadmin', '/admin/cities']],
  'admin/cities/new': [['sysadmin', '/admin/cities/new']],
  'admin/cities/[city]': [['sysadmin', '/admin/cities/910100']],
  'admin/audit': [['auditadmin', '/admin/audit']],
}

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).replaceAll(path.sep, '/').replace(/^\.$/, ''))

test('every page is among those looked at', () => {
  expect(Object.keys(PAGES).sort()).toEqual(files.sort())
})

/** What is not there and what is not yours: both are told in words, on a page like any other. */
const NOT_FOUND = [
  ['-', '/nowhere'],
  ['linjiang', '/cities/920400'],
] as const

// Pages are only read here, so that as many workers as there are may share them out.
test.describe.configure({ mode: 'parallel' })
// A city's page with all its grounds opened is long to analyse.
test.setTimeout(240_000)

const OFFICE = { width: 1366, height: 768, colorScheme: 'light' } as const
const TELEPHONE = { width: 390, height: 844, colorScheme: 'dark' } as const

/**
 * Each page is loaded twice by the first who looks at it: in Chinese on the screen of an office, in English on a telephone at
 * night; then the other way. For everybody else, whose page is the same but for what he may do there, one of the two will do.
 */
const LOADS = [
  { locale: 'zh-CN', first: OFFICE, then: TELEPHONE },
  { locale: 'en', first: TELEPHONE, then: OFFICE },
] as const

for (const [name, visits] of Object.entries(PAGES)) {
  for (const [i, [person, address]] of visits.entries()) {
    test(`/${name} as ${person}: ${address}`, async ({ page, portal }) => {
      await enter(page, portal, person)
      await look(
        page,
        portal,
        await addressOf(address, portal.query),
        200,
        i === 0 ? LOADS : LOADS.slice(i % 2, (i % 2) + 1),
      )
    })
  }
}
for (const [person, address] of NOT_FOUND) {
  test(`not found as ${person}: ${address}`, async ({ page, portal }) => {
    await enter(page, portal, person)
    await look(page, portal, address, 404, LOADS)
  })
}

async function look(
  page: Page,
  portal: Portal,
  address: string,
  status: 200 | 404,
  loads: readonly (typeof LOADS)[number][],
): Promise<void> {
  const problems = watch(page, status)
  for (const { locale, first, then } of loads) {
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await show(page, first)
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(status)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page).toHaveTitle(/城绩|Chengji/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await fits(page, first.width)
    await openAll(page)
    await fits(page, first.width)
    // An empty register gets its first line, which takes the focus, from the page's own script.
    await expect
      .poll(() => violationsOf(page), { message: `${locale}, ${first.colorScheme}`, timeout: 100_000 })
      .toEqual([])
    await show(page, then)
    await fits(page, then.width)
  }
  expect(problems).toEqual([])
}

async function show(
  page: Page,
  { width, height, colorScheme }: typeof OFFICE | typeof TELEPHONE,
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme })
}

/** Pages scroll downwards; what is wide scrolls in its own box. */
const fits = (page: Page, width: number): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

/** What is folded away is analysed as well. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page, axeSource })
    // No page has frames, whose results would be gathered in a page of their own.
    .setLegacyMode()
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

// What a sheet of A4 holds between its margins, in CSS pixels.
const UPRIGHT = 703
const LYING = 1047

for (const [person, address, width] of [
  ['linjiang', '/cities/910100', UPRIGHT],
  ['linjiang', '/cities/910100/reports/2022Q2/receipt', UPRIGHT],
  ['cnipa', '/dashboard', LYING],
  ['cnipa', '/dashboard/overview', LYING],
  ['cnipa', '/explore?as=line&unaccepted=shown', LYING],
  ['cnipa', '/compare?city=910100&city=910300&city=920200', LYING],
] as const) {
  test(`on paper: ${address}`, async ({ page, portal }) => {
    await enter(page, portal, person)
    await page.setViewportSize({ width, height: 1000 })
    await page.goto(address)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const navigation of await page.locator('nav, footer, main button').all())
      await expect(navigation).toBeHidden()
    await fits(page, width)
    await expect.poll(() => cutOff(page)).toEqual([])
  })
}

/** What a sheet would lose because it does not scroll: the boxes that hide a part of what they hold. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((box) => {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        // Words for screen readers alone stand in a box of one pixel.
        if (box.closest('.sr-only') !== null || box.closest('svg') !== null || position === 'fixed')
          return false
        const isWide = overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1
        const isHigh = overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1
        return isWide || isHigh
      })
      .map((box) => `${box.tagName} ${box.className}: ${box.textContent.slice(0, 60)}`),
  )

const enter = async (page: Page, portal: Portal, person: string): Promise<void> => {
  if (person !== '-') await portal.enter(page, person)
}

/** Whatever a browser complains of while a page is open. */
function watch(page: Page, status: 200 | 404): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    const isAnswer = status === 404 && message.text().includes('status of 404')
    if (['error', 'warning'].includes(message.type()) && !isAnswer) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  return problems
}

type Query = (sql: string, values?: unknown[]) => Promise<{ id: string }[]>

/** Addresses that only the database knows. */
const FIRST: Readonly<Record<string, readonly [sql: string, folder: string]>> = {
  'the first decision': ['SELECT id FROM decision ORDER BY id LIMIT 1', '/decisions'],
  'the first account': ['SELECT id FROM account ORDER BY id LIMIT 1', '/admin/accounts'],
  'the first receipt': ['SELECT receipt_number AS id FROM version_receipt ORDER BY 1 LIMIT 1', '/verify'],
}

async function addressOf(address: string, query: Query): Promise<string> {
  // In no life of the demonstration yet: written by hand, once.
  const decided = {
    letter: '/cities/910100/instalment/1',
    'the decided instalment': '/cities/910100/instalment',
  }
  if (address in decided) {
    await decideByHand({ query: async (sql, values) => ({ rows: await query(sql, values) }) }, '910100')
    return decided[address as keyof typeof decided]
  }
  const first = FIRST[address]
  if (first === undefined) return address
  const [sql, folder] = first
  return `${folder}/${(await query(sql))[0]?.id ?? ''}`
}
