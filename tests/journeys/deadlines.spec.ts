import { words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { expect, test } from '../support/portal'

const DAY = '2022-11-15'

for (const [locale, period] of [
  ['zh-CN', '2022Q1'],
  ['en', '2021Q4'],
] as const) {
  test(`a locked quarter opens again when more time is asked for and another person grants it (${locale})`, async ({
    page,
    portal,
  }) => {
    const { deadlines: said, desk } = words(locale)
    const form = `/cities/920400/reports/${period}`
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.signIn(page, 'beichuan')
    await page.goto('/cities/920400/desk')
    const way = page.locator(`a[href="${form}/deadline"]`)
    await expect(way).toBeVisible()
    await page.goto(form)
    await expect(
      page.locator('input[name]:not([type=hidden]):not([readonly]):not([name=known]):enabled'),
    ).toHaveCount(0)

    await page.goto(`${form}/deadline`)
    await page.locator('#extension-day').fill('2022-10-11')
    await page.locator('#extension-reason').fill('机构改革，台账移交尚未完成')
    await page.getByRole('button', { name: said.ask.send }).click()
    const refusal = { code: 'extensionDayWrong', detail: { got: '2022-10-11', after: '2022-10-12' } } as const
    await expect(page.getByText(refusalSentence(locale, refusal))).toBeVisible()
    await expect(page.locator('#extension-reason')).toHaveValue('机构改革，台账移交尚未完成')
    await page.locator('#extension-day').fill(DAY)
    await page.getByRole('button', { name: said.ask.send }).click()
    await expect(page.getByText(said.pending, { exact: true })).toBeVisible()
    await expect(page.locator('#extension-day')).toHaveCount(0)

    await portal.signIn(page, 'cnipa')
    await page.goto('/review')
    const waiting = page.locator(`a[href="${form}/deadline"]`).first()
    await waiting.click()
    await page.getByRole('button', { name: said.decide.refuse }).click()
    await expect(page.getByText(refusalSentence(locale, { code: 'reasonMissing', detail: {} }))).toBeVisible()
    await page.locator('#extension-remark').fill('仅此一次')
    await page.getByRole('button', { name: said.decide.grant }).click()
    await expect(page.getByText(said.granted, { exact: true })).toBeVisible()

    await portal.signIn(page, 'beichuan')
    await page.goto('/cities/920400/desk')
    await expect(page.getByText(said.how.extended, { exact: true }).first()).toBeVisible()
    await page.goto(form)
    await expect(page.getByText(desk.report.readOnly.reader)).toHaveCount(0)
    await expect(page.locator('[data-cell], input[inputmode=decimal]').first()).toBeEnabled()
  })
}
