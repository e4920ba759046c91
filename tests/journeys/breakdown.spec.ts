import type { Locator, Page } from '@playwright/test'
import { cellId } from '@/lib/entry/cell-id'
import { words } from '@/lib/i18n'
import { breakdownParts } from '@/lib/notice'
import { hasArrived } from '../support/held-scripts'
import { expect, test } from '../support/portal'

const TOTAL = 'transfers_licenses'
const PERIOD = '2022Q3'
const box = (page: Page, part = ''): Locator => page.locator(`#${cellId(TOTAL, part)}`)
const row = (page: Page): Locator => page.locator(`li:has(> div #${cellId(TOTAL)})`)

test('transfers and licences whose parts do not add up are found, corrected and then agree', async ({
  page,
  portal,
}) => {
  const { entry, names } = words('zh-CN')
  await portal.signIn(page, 'baisha')
  await page.goto(`/cities/920300/reports/${PERIOD}/check`)
  const finding = page.getByRole('row').filter({ hasText: names.check.breakdownDisagrees })
  await expect(finding).toBeVisible()
  await finding.getByRole('link').click()
  await expect(row(page)).toContainText(entry.breakdown.over('20'))
  // Enter goes on to the next box once the page listens.
  await hasArrived(page)
  const typed = Number((await box(page, 'patentTransfer').inputValue()).replaceAll(',', ''))
  await box(page, 'patentTransfer').fill(String(typed - 20))
  await page.keyboard.press('Enter')
  await expect(box(page, 'patentLicense')).toBeFocused()
  await expect(row(page)).toContainText(entry.breakdown.agrees)
  await expect(page.getByRole('status')).toContainText(entry.bar.savedAt('').replace(/[，,]\s*$/, ''))
  await page.goto(`/cities/920300/reports/${PERIOD}/check`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(finding).toHaveCount(0)
})

test('parts are given by keyboard once there is a figure, with their sum beside them while typing (en)', async ({
  page,
  portal,
}) => {
  const { entry, names } = words('en')
  await portal.signIn(page, 'yunxi')
  await page.context().addCookies([{ name: 'chengji-locale', value: 'en', url: portal.url }])
  await page.goto(`/cities/920100/reports/${PERIOD}`)
  await expect(box(page)).toBeFocused()
  await expect(page.getByRole('button', { name: entry.breakdown.open })).toHaveCount(0)
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  // Whoever does not report by parts goes straight on.
  await expect(page.locator(`#${cellId('pledge_amount')}`)).toBeFocused()
  await page.getByRole('button', { name: entry.breakdown.open }).click()
  await box(page, breakdownParts[0]).focus()
  for (const figure of ['40', '20', '20', '10', '6', '3']) {
    await page.keyboard.type(figure)
    await page.keyboard.press('Enter')
  }
  await expect(page.locator(`#${cellId('pledge_amount')}`)).toBeFocused()
  await expect(row(page)).toContainText(entry.breakdown.under('1'))
  await box(page, 'otherLicense').fill('4')
  await page.keyboard.press('Enter')
  await expect(row(page)).toContainText(entry.breakdown.agrees)
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: box(page, 'otherLicense') })
      .last()
      .locator('[data-mark="saved"]'),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(names.part.otherLicense)).toHaveValue('4')
})
