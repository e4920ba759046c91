import type { Page } from '@playwright/test'
import { cellId } from '@/lib/entry/cell-id'
import { inLocale, words } from '@/lib/i18n'
import { indicator, indicators, type IndicatorCode } from '@/lib/notice'
import { hasArrived } from '../support/held-scripts'
import { expect, test } from '../support/portal'

const PERIOD = '2022Q3'
const FIGURES: Readonly<Partial<Record<IndicatorCode, string>>> = {
  transfers_licenses: '５，１８４',
  pledge_amount: '71402.5',
  pledge_projects: '3,050',
  patent_contract_value: '61740',
}

/** Goes on by Tab until the focus is where it is wanted. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came there')
}

const focused = (page: Page, id: string) => () =>
  page.evaluate((wanted) => document.activeElement?.id === wanted, id)

for (const locale of ['zh-CN', 'en'] as const) {
  test(`all nineteen results and the way to the check page, by keyboard alone (${locale})`, async ({
    page,
    portal,
  }) => {
    const said = words(locale)
    const report = `/cities/${locale === 'en' ? '910300' : '910100'}/reports/${PERIOD}`
    await portal.signIn(page, locale === 'en' ? 'qinglan' : 'linjiang')
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await page.goto(report)
    await expect(page.locator(`#${cellId('transfers_licenses')}`)).toBeFocused()
    for (const { code, kind } of indicators) {
      await tabTo(page, focused(page, cellId(code)))
      if (kind === 'growth') await page.keyboard.type(FIGURES[code] ?? '')
      else if (kind === 'count') await page.keyboard.press('ArrowDown')
      else await page.keyboard.type(`${inLocale(locale, indicator(code))}: 12`)
    }
    // The last box is left, and so saved, on the way to the next step, which is in sight all the time.
    const next = page.getByRole('link', { name: said.entry.bar.next })
    await expect(next).toBeInViewport({ ratio: 1 })
    await tabTo(page, () => next.evaluate((link) => link === document.activeElement))
    await expect(page.getByText(said.entry.bar.answered('19', '19'))).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${report}/check`)
    await expect(page.getByText(said.check.errors.none)).toBeVisible()
    const rows = await portal.query<{ state: string; count: number }>(
      `SELECT state, count(*)::int AS count FROM report_cell WHERE city = $1 AND period = $2 AND part = ''
       GROUP BY state ORDER BY state`,
      [report.split('/')[2], PERIOD],
    )
    expect(rows).toEqual([
      { state: 'figure', count: 11 },
      { state: 'narrative', count: 8 },
    ])
  })

  test(`the exercise is done by keyboard and touches no report (${locale})`, async ({ page, portal }) => {
    const said = words(locale)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await portal.signIn(page, 'linjiang')
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await page.goto('/cities/910100/desk')
    await page.getByRole('link', { name: said.practice.open }).click()
    await expect(page.getByText(said.practice.markText)).toBeVisible()
    const box = (code: IndicatorCode) => page.locator(`#${cellId(code)}`)
    const step = page.locator('li[aria-current="step"]')
    await expect(box('transfers_licenses')).toBeFocused()
    await page.keyboard.type('5184')
    await page.keyboard.press('Enter')
    await expect(step).toContainText(said.practice.step.paste)
    await page.getByRole('button', { name: said.practice.copy }).click()
    await expect(page.getByText(said.practice.copied)).toBeVisible()
    await box('pledge_projects').focus()
    await page.keyboard.press('ControlOrMeta+v')
    await expect(page.getByRole('group', { name: said.pasting.title })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(step).toContainText(said.practice.step.undo)
    // Keys are heard again where the paste began.
    await expect(box('pledge_projects')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(step).toContainText(said.practice.step.notYet)
    const name = inLocale(locale, indicator('patent_contract_value'))
    await page.getByLabel(said.entry.box.howOf(name), { exact: true }).selectOption('notYetAvailable')
    await box('patent_contract_value').fill('12')
    await page.getByLabel(`${name} ${said.entry.box.expectedOn}`).fill('2022-10-20')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: said.practice.again })).toBeVisible()
    expect(sent.filter((url) => !url.includes('/api/auth/'))).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })
}

test('no deed takes the focus away: it stays, or goes to where the person still is', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN')
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await portal.signIn(page, 'changhe')
  // A button that rests while it sends gets the focus again, with its new name.
  await page.goto(`/cities/920200/reports/${PERIOD}/registers/operation_centres`)
  await hasArrived(page)
  // Where nothing stands yet, a row is begun at once.
  await expect(page.locator('[data-row] input').first()).toBeFocused()
  const { none } = said.register
  await press(none.declare)
  await expect(page.getByRole('button', { name: none.takeBack })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-row] input').first()).toBeFocused()

  // A file that is attached and taken out again: what was used goes away, what holds it stays.
  await page.goto(`/cities/920200/reports/${PERIOD}`)
  await expect(page.locator(`#${cellId('transfers_licenses')}`)).toBeFocused()
  const name = inLocale('zh-CN', indicator('pledge_amount'))
  await press(said.evidence.markOf(name, 0))
  await press(said.evidence.existing)
  await expect(page.getByLabel(said.evidence.existingLabel)).toBeFocused()
  await press(said.evidence.attach)
  await page.getByRole('button', { name: said.evidence.detachOf('') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator(`#${cellId('pledge_amount')}-evidence`)).toBeFocused()

  // Another page begins where its content begins; the same page again after a deed too.
  await page.getByRole('link', { name: said.entry.bar.next }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/check')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: said.common.nav.desk }).nth(1)).toBeFocused()
  await page.goto('/account')
  await hasArrived(page)
  await page.locator('#email').press('Enter')
  await page.waitForURL('**/account?done=mail')
  await expect(page.locator('#email')).toBeFocused()
})

test('at 1366 × 768 the state of saving and the next step are in sight wherever one is', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN').entry.bar
  await portal.signIn(page, 'wanghai')
  await page.goto(`/cities/910200/reports/${PERIOD}`)
  for (const { code } of indicators) {
    await page.locator(`#${cellId(code)}`).focus()
    await expect(page.getByRole('link', { name: said.next })).toBeInViewport({ ratio: 1 })
    await expect(page.getByText(said.untouched, { exact: true })).toBeInViewport({ ratio: 1 })
    // What one types into is not behind the bar.
    const bar = await page.getByLabel(said.label).boundingBox()
    const box = await page.locator(`#${cellId(code)}`).boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0), code).toBeLessThanOrEqual((bar?.y ?? 0) + 1)
  }
})
