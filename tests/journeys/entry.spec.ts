import type { Locator, Page } from '@playwright/test'
import { cellId } from '@/lib/entry/cell-id'
import { words } from '@/lib/i18n'
import { inLocale } from '@/lib/i18n/in-locale'
import { indicator } from '@/lib/notice'
import { expect, test } from '../support/portal'
import { box, line, mark, PERIOD, report, speak } from '../support/report-form'

const bar = (page: Page): Locator => page.getByRole('status')

for (const locale of ['zh-CN', 'en'] as const) {
  test(`a quarter is entered by keyboard alone (${locale})`, async ({ page, portal }) => {
    const city = locale === 'en' ? '910300' : '910200'
    const said = words(locale).entry
    await portal.signIn(page, locale === 'en' ? 'qinglan' : 'wanghai')
    await speak(page, portal.url, locale)
    await page.goto(report(city))
    await expect(box(page, 'transfers_licenses')).toBeFocused()
    for (const figure of ['５，１８４', '71402.5', '3,050', '61740']) {
      await page.keyboard.type(figure)
      await page.keyboard.press('Enter')
    }
    // Enter passes by the registers, where it would open one, to the next box.
    await expect(box(page, 'patent_intensive_value_added')).toBeFocused()
    await page.keyboard.type('第一行')
    await page.keyboard.press('Enter')
    await page.keyboard.type('第二行')
    await page.keyboard.press('Control+Enter')
    await expect(box(page, 'gi_output_value')).toBeFocused()
    await expect(mark(page, 'patent_intensive_value_added', 'saved')).toBeVisible()
    // The arrows stop at a register and never change an answer; the answer itself is reached by Tab.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await expect(box(page, 'navigation_projects')).toBeFocused()
    await page.keyboard.press(locale === 'en' ? 'N' : 'ArrowDown')
    await expect(box(page, 'navigation_projects')).toHaveValue('figure')
    await page.keyboard.press('Tab')
    await expect(mark(page, 'navigation_projects', 'saved')).toBeVisible()
    await expect(bar(page)).toContainText(said.bar.savedAt('').replace(/[，,]\s*$/, ''))
    await expect(page.getByText(said.bar.answered('6', '19'))).toBeVisible()
    await box(page, 'industry_supervision').focus()
    await page.keyboard.press('ArrowDown')
    await expect(box(page, 'industry_supervision')).toBeFocused()
    await page.reload()
    await expect(box(page, 'pledge_amount')).toHaveValue('71,402.5')
    await expect(box(page, 'patent_intensive_value_added')).toHaveValue('第一行\n第二行')
  })
}

test('what cannot be read stays with its reason, survives a reload, and blocks going on but not entering', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN').entry
  await portal.signIn(page, 'changhe')
  await page.goto(report('920200'))
  const pledged = box(page, 'pledge_amount')
  for (const text of ['abc', '-5', '1e400', `1.${'1'.repeat(40)}`, '1,23', '12万']) {
    await pledged.fill(text)
    await page.keyboard.press('Enter')
    await expect(pledged).toHaveValue(text)
    await expect(pledged).toHaveAttribute('aria-invalid', 'true')
    const reason = page.locator(`#${cellId('pledge_amount')}-error`)
    await expect(pledged).toHaveAttribute('aria-describedby', new RegExp(`${cellId('pledge_amount')}-error`))
    await expect(reason).not.toBeEmpty()
  }
  await box(page, 'transfers_licenses').fill('5000')
  await page.keyboard.press('Enter')
  await expect(mark(page, 'transfers_licenses', 'saved')).toBeVisible()

  await page.getByRole('link', { name: said.bar.next }).click()
  await expect(pledged).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`${PERIOD}$`))

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(pledged).toHaveValue('12万')
  await expect(mark(page, 'pledge_amount', 'refused')).toBeVisible()

  await page.getByRole('link', { name: words('zh-CN').common.nav.city }).click()
  await page.getByRole('link', { name: said.bar.leaveAnyway }).click()
  await page.goto('/cities/920200/desk')
  await expect(page.getByText(words('zh-CN').desk.report.unsaved(1))).toBeVisible()

  await page.goto(report('920200'))
  await expect(pledged).toHaveValue('12万')
  await pledged.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(pledged).toHaveValue('')
  await expect(mark(page, 'pledge_amount', 'empty')).toBeVisible()
  const stored = await portal.query(
    'SELECT 1 FROM report_cell WHERE city = $1 AND indicator = $2 AND period = $3',
    ['920200', 'pledge_amount', PERIOD],
  )
  expect(stored).toEqual([])
})

for (const locale of ['zh-CN', 'en'] as const)
  test(`what was typed before a lock is neither dropped nor forced in: it is proposed, filled in and undone as one (${locale})`, async ({
    page,
    portal,
  }) => {
    const said = words(locale).entry
    const [usual] = await portal.query<{ due: string; locked: string | null }>(
      'SELECT due_at::text AS due, locked_after::text AS locked FROM reporting_period WHERE period = $1',
      [PERIOD],
    )
    const lock = () =>
      portal.query(
        `UPDATE reporting_period SET due_at = opens_at + interval '1 minute',
         locked_after = opens_at + interval '2 minutes' WHERE period = $1`,
        [PERIOD],
      )
    const unlock = () =>
      portal.query(
        'UPDATE reporting_period SET due_at = $2::timestamptz, locked_after = $3::timestamptz WHERE period = $1',
        [PERIOD, usual?.due, usual?.locked],
      )
    await portal.enter(page, 'shiqiao')
    await speak(page, portal.url, locale)
    await page.goto(report('910471'))
    await expect(box(page, 'transfers_licenses')).toBeFocused()
    await page.route('**/cells', (route) => route.abort())
    for (const [code, figure] of [
      ['transfers_licenses', '4321'],
      ['pledge_projects', '987'],
    ] as const) {
      await box(page, code).fill(figure)
      await page.keyboard.press('Enter')
      await expect(mark(page, code, 'offline')).toBeVisible()
    }
    await page.unroute('**/cells')

    await lock()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect(page.getByText(said.stranded.text)).toBeVisible()
    await expect(page.getByText('4321')).toBeVisible()

    await unlock()
    await page.reload()
    await expect(page.getByText(said.stranded.older)).toBeVisible()
    await expect(mark(page, 'transfers_licenses', 'empty')).toBeVisible()
    await page.getByRole('button', { name: said.stranded.fillAll(2) }).click()
    await expect(mark(page, 'transfers_licenses', 'saved')).toBeVisible()
    await expect(box(page, 'pledge_projects')).toHaveValue('987')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(box(page, 'pledge_projects')).toHaveValue('')
    await expect(mark(page, 'transfers_licenses', 'empty')).toBeVisible()
  })

test('who supplied a figure is said beside it, kept with it, and stands in the history of its cell', async ({
  page,
  portal,
}) => {
  const said = words('en').entry
  await portal.enter(page, 'shiqiao')
  await speak(page, portal.url, 'en')
  await page.goto(report('910471'))
  const row = line(page, 'pledge_projects')
  await box(page, 'pledge_projects').fill('1500')
  await page.keyboard.press('Enter')
  await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible()
  const about = row.getByRole('button', { name: said.aboutOf(inLocale('en', indicator('pledge_projects'))) })
  await about.click()
  await row.getByLabel(said.source.office).fill('市金融工作局')
  await row.getByLabel(said.source.document).fill('金发〔2022〕7号')
  await page.keyboard.press('Tab')
  await expect(row.getByRole('button', { name: said.source.from('市金融工作局') })).toBeVisible()
  await expect(page.getByRole('status').getByText(said.bar.savedAt('').trim())).toBeVisible()

  await page.reload()
  await about.click()
  await expect(row.getByLabel(said.source.office)).toHaveValue('市金融工作局')
  await expect(row.getByLabel(said.source.document)).toHaveValue('金发〔2022〕7号')
  const title = new RegExp(said.history.title(String.raw`\d+`))
  const history = row.locator('details').filter({ has: page.locator('summary', { hasText: title }) })
  await history.locator('summary').click()
  await expect(history).toContainText('1,500')
  await expect(history).toContainText(said.source.fromBy('市金融工作局', '金发〔2022〕7号'))
})
