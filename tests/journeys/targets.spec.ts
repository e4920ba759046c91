import type { Page } from '@playwright/test'
import { cellId } from '@/lib/entry/cell-id'
import { words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { indicators } from '@/lib/notice'
import { expect, test } from '../support/portal'

const said = words('zh-CN')

for (const [locale, person, city] of [
  ['zh-CN', 'shiqiao', '910471'],
  ['en', 'yunxi', '920100'],
] as const) {
  test(`a city sets its own target: never below the notice, every setting kept (${locale})`, async ({
    page,
    portal,
  }) => {
    const { targets } = words(locale)
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.signIn(page, person)
    await page.goto(`/cities/${city}/targets`)
    const row = page.locator('#target-pledge_amount')
    const open = () => row.locator('summary', { hasText: targets.editOf('') }).click()
    const value = row.locator('input[name=value]')
    const reason = row.locator('input[name=reason]')
    const send = () => row.getByRole('button', { name: targets.save, exact: true }).click()
    await open()
    await value.fill('29.9')
    await reason.fill('市实施方案第三章')
    await send()
    await expect(value).toHaveAttribute('aria-invalid', 'true')
    await expect(value).toBeFocused()
    await expect(value).toHaveValue('29.9')
    await expect(reason).toHaveValue('市实施方案第三章')
    await value.fill('45')
    await reason.fill('')
    await send()
    await expect(reason).toBeFocused()
    await expect(value).toHaveValue('45')

    await value.fill('45')
    await reason.fill('市实施方案，45')
    await send()
    const shown = (target: string) => row.getByText(targets.percentAYear(target), { exact: true }).first()
    await expect(shown('45')).toBeVisible()
    // Once set it changes by request, which another grants on the effects shown.
    await value.fill('40')
    await reason.fill('市实施方案，40')
    await row.getByRole('button', { name: targets.changeSend, exact: true }).click()
    await expect(row.getByText(targets.asked)).toBeVisible()
    await portal.signIn(page, 'cnipa')
    await page.goto(`/cities/${city}/targets`)
    await page.getByRole('button', { name: targets.requests.grant, exact: true }).click()
    await expect(page.getByText(new RegExp(targets.requests.state.approved)).first()).toBeVisible()
    await expect(shown('40')).toBeVisible()
    await row.getByText(targets.history, { exact: true }).click()
    await expect(row.getByText('市实施方案，45')).toBeVisible()
    const kept = await portal.query<{ value: string }>(
      `SELECT value::float8::text AS value FROM own_target WHERE city = $1 AND indicator = 'pledge_amount' ORDER BY seq DESC LIMIT 2`,
      [city],
    )
    expect(kept).toEqual([{ value: '40' }, { value: '45' }])

    await portal.signIn(page, `${person}-sign`)
    await page.goto(`/cities/${city}/targets`)
    await expect(row.getByText(targets.percentAYear('40'), { exact: true }).first()).toBeVisible()
    await expect(value).toHaveCount(0)
    await expect(page.getByText(targets.readOnly)).toBeVisible()
  })
}

test.describe('the report of the base year', () => {
  const CITY = '920400'
  const REPORT = `/cities/${CITY}/reports/2019`
  const growth = indicators.filter(({ kind }) => kind === 'growth').map(({ code }) => code)
  const QUARTERS = ['110', '120', '130', '140']
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

  test('is filled in, signed, submitted once though pressed twice, accepted, and is what growth is reckoned from', async ({
    page,
    browser,
    portal,
  }) => {
    test.setTimeout(240_000)
    const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })
    const officer = await context.newPage()
    await portal.signIn(officer, 'beichuan')

    await test.step('a year that contradicts its quarters is said at once, and found by the check', async () => {
      await officer.goto(REPORT)
      for (const code of growth) {
        for (const [i, figure] of QUARTERS.entries())
          await officer.locator(`#${cellId(code, `Q${i + 1}`)}`).fill(figure)
        await officer.locator(`#${cellId(code, 'Y')}`).fill('501')
      }
      await officer.keyboard.press('Enter')
      await expect(officer.getByText(said.entry.base.differs('−1'))).toHaveCount(growth.length)
      await expect(officer.getByRole('status')).toContainText('全部已保存')
      await portal.signIn(page, 'beichuan-sign')
      await page.goto(`${REPORT}/check`)
      await expect(button(page, said.check.certify.send)).toHaveCount(0)
      for (const code of growth) await officer.locator(`#${cellId(code, 'Y')}`).fill('500')
      await officer.keyboard.press('Enter')
      await expect(officer.getByText(said.entry.base.agrees)).toHaveCount(growth.length)
      await expect(officer.getByRole('status')).toContainText('全部已保存')
    })

    await test.step('signed by a second person', async () => {
      await page.goto(`${REPORT}/check`)
      await page.getByLabel(said.check.certify.declaration).check()
      await button(page, said.check.certify.send).click()
      await expect(page.getByText(/签审。内容已锁定，可以上报/).first()).toBeVisible()
    })

    await test.step('submitted: a double click, and the same page left open in another window', async () => {
      const other = await context.newPage()
      for (const each of [officer, other]) await each.goto(`${REPORT}/check`)
      await button(officer, said.check.submit.send).dblclick()
      await officer.waitForURL(/\/receipt/)
      await button(other, said.check.submit.send).click()
      await other.waitForURL(/\/receipt/)
      const receipt = (page: Page) =>
        page
          .getByText(/\d{6}-2019-1-/)
          .first()
          .innerText()
      expect(await receipt(other)).toBe(await receipt(officer))
      const kept = await portal.query(
        `SELECT (SELECT count(*)::int FROM report_version WHERE city = $1) AS versions,
           (SELECT count(*)::int FROM report_event WHERE city = $1 AND kind = 'submitted') AS submissions`,
        [CITY],
      )
      expect(kept).toEqual([{ versions: 1, submissions: 1 }])
    })

    await test.step('passed on by the province and accepted by CNIPA', async () => {
      await portal.signIn(page, 'xiling')
      await page.goto(`/review/${CITY}/2019`)
      await button(page, said.review.decide.forward.send).click()
      await page.waitForURL(/\/review(\?|$)/)
      await portal.signIn(page, 'cnipa')
      await page.goto(`/review/${CITY}/2019`)
      await button(page, said.review.decide.accept.send).click()
      await page.waitForURL(/\/review(\?|$)/)
    })

    await test.step('shown beside the targets', async () => {
      await officer.goto(`/cities/${CITY}/targets`)
      const figures = officer.getByRole('region', { name: said.targets.base.label('2019') })
      await expect(figures.getByRole('row')).toHaveCount(growth.length + 1)
      for (const figure of [...QUARTERS, '500'])
        await expect(figures.getByRole('cell', { name: figure, exact: true })).toHaveCount(growth.length)
    })
  })
})

test('a quarter that is not open says when it opens, and takes nothing', async ({ page, portal }) => {
  await portal.signIn(page, 'linjiang')
  await page.goto('/cities/910100/reports/2022Q4')
  await expect(page.getByText(/本期 2023年1月1日 .*开放填报，现在只能查看/)).toBeVisible()
  await expect(page.locator('main input[type=text], main textarea')).toHaveCount(0)
  const [account] = await portal.query<{ id: string }>(`SELECT id FROM account WHERE login = 'linjiang'`)
  const answer = await page.request.post('/cities/910100/reports/2022Q4/cells', {
    headers: { origin: portal.url },
    data: {
      account: account?.id,
      version: 1,
      edits: [{ indicator: 'pledge_amount', part: '', baseVersion: 0, state: 'figure', text: '7' }],
    },
  })
  expect(answer.status()).toBe(409)
  const { refusal } = (await answer.json()) as { refusal: Parameters<typeof refusalSentence>[1] }
  expect(refusal.code).toBe('periodNotOpen')
  expect(refusalSentence('zh-CN', refusal)).toMatch(/2022年第四季度尚未开放填报，2023/)
  const kept = await portal.query(`SELECT 1 FROM report_cell WHERE city = '910100' AND period = '2022Q4'`)
  expect(kept).toEqual([])
})
