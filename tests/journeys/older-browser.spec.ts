import { words } from '@/lib/i18n'
import { hasArrived } from '../support/held-scripts'
import { hasOlderChromium, test } from '../support/older-chromium'
import { addressOf, enter, PAGES, watch } from '../support/pages'
import { expect } from '../support/portal'
import { fillRow, rowAt } from '../support/register-form'
import { box, mark, report } from '../support/report-form'

/** Windows 7 has no later Chromium than 109: whoever still has it reports and reads like everybody else. */
const said = words('zh-CN')

test.skip(!hasOlderChromium, 'there is a Chromium 109 for Linux on x64 alone')
test.describe.configure({ mode: 'parallel' })

test('is the browser that these journeys are about', ({ browser }) => {
  expect(browser.version()).toMatch(/^109\./)
})

for (const [name, visits] of Object.entries(PAGES)) {
  const [person, address] = visits[0] ?? ['-', '']
  test(`/${name} opens and hears`, async ({ page, portal }) => {
    const problems = watch(page, 200)
    await enter(page, portal, person)
    await page.goto(await addressOf(address, portal.query))
    await hasArrived(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByText(said.common.tooOld.title)).toBeHidden()
    expect(problems).toEqual([])
  })
}

test('takes figures and rows, and saves them', async ({ page, portal }) => {
  const saved = (sql: string) => portal.query<{ said: string }>(sql, ['920100'])
  await portal.enter(page, 'yunxi')
  await page.goto(report('920100'))
  await hasArrived(page)
  await box(page, 'pledge_projects').fill('1234')
  await page.keyboard.press('Enter')
  await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible()
  await expect(box(page, 'pledge_projects')).toHaveValue('1,234')
  expect(
    await saved(`SELECT trim_scale(value)::text AS said FROM report_cell
      WHERE city = $1 AND period = '2022Q3' AND indicator = 'pledge_projects' AND part = ''`),
  ).toEqual([{ said: '1234' }])

  await page.goto(`${report('920100')}/registers/custody_smes`)
  await hasArrived(page)
  const row = rowAt(page, 0)
  await fillRow(row, {
    name: '甲精密机械有限公司',
    creditCode: '91350100M000100Y43',
    countedOn: '2022-08-01',
    evidence: '协议一',
  })
  await expect(row).toContainText(said.registerDeeds.save.saved)
  expect(
    await saved(
      `SELECT name AS said FROM register_row WHERE city = $1 AND period = '2022Q3' AND indicator = 'custody_smes'`,
    ),
  ).toEqual([{ said: '甲精密机械有限公司' }])
})

test('sends with a form which of its buttons was pressed', async ({ page }) => {
  await page.goto('/sign-in')
  await hasArrived(page)
  await page.locator('button[name=login][value=cnipa]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
})

for (const locale of ['zh-CN', 'en'] as const) {
  test(`one that is older still is told what to use instead (${locale})`, async ({ page, portal }) => {
    const { title, text } = words(locale).common.tooOld
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await page.addInitScript(() => {
      Reflect.deleteProperty(AbortSignal, 'timeout')
    })
    await page.goto('/sign-in')
    const notice = page.getByRole('alert').filter({ hasText: title })
    await expect(notice).toBeVisible()
    await expect(notice).toContainText(text)
  })
}
