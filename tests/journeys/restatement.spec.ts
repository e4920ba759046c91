import { words } from '@/lib/i18n'
import { indicator } from '@/lib/notice'
import { expect, test } from '../support/portal'

const said = words('zh-CN')

test('an officer corrects a figure on trial and sees which issued verdicts relied on it; nothing is stored', async ({
  page,
  portal,
}) => {
  await portal.signIn(page, 'linjiang')
  const everything = () =>
    portal.query(
      `SELECT (SELECT count(*)::int FROM ledger_entry) AS deeds, (SELECT count(*)::int FROM report_cell_change) AS figures,
         md5(string_agg(explanation_hash, ',' ORDER BY city, as_of, indicator, against)) AS issued FROM issued_verdict`,
    )
  const before = await everything()
  await page.goto('/cities/910100?asOf=2022Q2')
  await page.getByRole('link', { name: said.restatement.link }).click()
  await page.waitForURL(/restatement\?period=2022Q2/)
  await expect(page.getByLabel(said.restatement.period)).toHaveValue('2022Q2')
  await page.getByLabel(said.restatement.indicator).selectOption('transfers_licenses')
  await page.getByLabel(said.restatement.value).fill('12abc')
  await page.getByRole('button', { name: said.restatement.show }).click()
  await expect(page.locator('#value-error')).toContainText('12abc')

  await page.getByLabel(said.restatement.value).fill('1,000')
  await page.getByRole('button', { name: said.restatement.show }).click()
  const outcome = page.getByRole('region', { name: said.restatement.storesNothing })
  await expect(outcome).toContainText(said.restatement.mark)
  const rows = outcome.getByRole('table', { name: said.restatement.relied }).locator('tbody tr')
  // Against the floor and against the city's own target.
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(said.verdict.word.onPace)
  await expect(rows.first()).toContainText(said.verdict.word.behindPace)
  await expect(rows.first()).toContainText(said.restatement.change.verdict)
  expect(await everything()).toEqual(before)

  await page.getByRole('link', { name: '2022年第二季度' }).first().click()
  const card = page.locator('#transfers_licenses')
  await expect(card).toContainText(indicator('transfers_licenses').zh)
  await expect(card).toContainText(said.verdict.word.onPace)
})

test('the correction of a figure to itself concerns nobody, and another city is not found', async ({
  page,
  portal,
}) => {
  await portal.signIn(page, 'wanghai')
  await page.goto('/cities/910200/restatement?period=2022Q2&indicator=operation_centres&value=3')
  await expect(page.getByText(said.restatement.nobodyNext)).toBeVisible()
  const answer = await page.goto('/cities/910100/restatement')
  expect(answer?.status()).toBe(404)
})
