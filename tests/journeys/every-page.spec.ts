import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/portal'

/** Every page of the portal, with somebody who may see it: '-' is nobody. A page that is added must be added here. */
const PAGES: Readonly<Record<string, readonly (readonly [person: string, address: string])[]>> = {
  '': [['-', '/sign-in?to=%2Fnotice']],
  'sign-in': [['-', '/sign-in']],
  notice: [['-', '/notice']],
  help: [['linjiang', '/help']],
  account: [['cnipa', '/account']],
  'cities/[city]': [
    ['linjiang', '/cities/910100'],
    ['donghai', '/cities/910471'],
    ['cnipa', '/cities/920400'],
  ],
  'cities/[city]/desk': [
    ['baisha', '/cities/920300/desk'],
    ['linjiang-sign', '/cities/910100/desk'],
    ['beichuan', '/cities/920400/desk'],
  ],
  'cities/[city]/targets': [['linjiang', '/cities/910100/targets']],
  'cities/[city]/simulation': [['qinglan', '/cities/910300/simulation']],
  'cities/[city]/reports/[period]': [
    ['linjiang', '/cities/910100/reports/2022Q3'],
    ['baisha', '/cities/920300/reports/2022Q2'],
    ['changhe', '/cities/920200/reports/2019'],
  ],
  'cities/[city]/reports/[period]/registers/[indicator]': [
    ['linjiang', '/cities/910100/reports/2022Q3/registers/custody_smes'],
    ['linjiang-sign', '/cities/910100/reports/2022Q2/registers/certified_entities'],
  ],
  'cities/[city]/reports/[period]/check': [
    ['linjiang', '/cities/910100/reports/2022Q3/check'],
    ['baisha-sign', '/cities/920300/reports/2022Q2/check'],
  ],
  'cities/[city]/reports/[period]/receipt': [['linjiang', '/cities/910100/reports/2022Q2/receipt']],
  review: [
    ['donghai', '/review'],
    ['cnipa', '/review'],
  ],
  'review/[city]/[period]': [
    ['donghai', '/review/910471/2022Q2'],
    ['cnipa', '/review/920200/2022Q2'],
  ],
  dashboard: [
    ['cnipa', '/dashboard'],
    ['donghai', '/dashboard?verdict=behindPace'],
  ],
  decisions: [['cnipa', '/decisions']],
  'decisions/new': [
    ['cnipa', '/decisions/new?kind=scoringScheme'],
    ['finance', '/decisions/new?kind=bandTable'],
  ],
  'decisions/[id]': [['mof', 'the first decision']],
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

/** How a page is looked at: on the screen of an office, and on a telephone at night. */
const LOOKS = [
  { locale: 'zh-CN', width: 1366, height: 768, scheme: 'light' },
  { locale: 'en', width: 390, height: 844, scheme: 'dark' },
  { locale: 'en', width: 1366, height: 768, scheme: 'light' },
  { locale: 'zh-CN', width: 390, height: 844, scheme: 'dark' },
] as const

for (const { locale, width, height, scheme } of LOOKS) {
  test.describe(`${locale}, ${width} px, ${scheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme: scheme })
    for (const [name, visits] of Object.entries(PAGES)) {
      for (const [person, address] of visits) {
        test(`/${name} as ${person}: ${address}`, async ({ page, portal }) => {
          await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
          if (person !== '-') await portal.signIn(page, person)
          const problems = watch(page)
          const where = await addressOf(address, portal.query)
          const answer = await page.goto(where)
          expect(answer?.status()).toBe(200)
          await expect(page.locator('html')).toHaveAttribute('lang', locale)
          await expect(page).toHaveTitle(/城绩|Chengji/)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          // Pages scroll downwards; what is wide scrolls in its own box.
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze()
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
          ).toEqual([])
          expect(problems).toEqual([])
        })
      }
    }
  })
}

/** Whatever a browser complains of while a page is open. */
function watch(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  return problems
}

type Query = (sql: string) => Promise<{ id: string }[]>

async function addressOf(address: string, query: Query): Promise<string> {
  const [table, folder] =
    address === 'the first decision' ? ['decision', '/decisions'] : ['account', '/admin/accounts']
  if (!address.startsWith('the first')) return address
  const [first] = await query(`SELECT id FROM ${table} ORDER BY id LIMIT 1`)
  return `${folder}/${first?.id ?? ''}`
}
