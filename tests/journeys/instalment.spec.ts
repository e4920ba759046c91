import type { Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { groundsByHand } from '../support/instalments'
import { expect, test, type Portal } from '../support/portal'

const HOME = '/cities/910100/instalment'
const { instalment: said } = words('zh-CN')

async function become(page: Page, portal: Portal, login: string): Promise<void> {
  await page.context().clearCookies()
  await portal.enter(page, login)
}

test('the second instalment: proposed by one, worked out by another who sees no amount, decided, and shown of the nation', async ({
  page,
  portal,
}) => {
  await become(page, portal, 'finance')
  await page.goto(HOME)
  await expect(page.getByText(said.cannot(''))).toBeVisible()
  await page.goto('/exposure')
  // What the demonstration decided and paid, by the bands of a document that says of itself what it is.
  const shown = page.getByRole('table', { name: said.exposure.byBandFrom('演示财办〔2022〕20号') })
  await expect(shown).toBeVisible()
  await groundsByHand({ query: async (sql, values) => ({ rows: await portal.query(sql, values) }) }, '910100')

  await page.goto(HOME)
  await expect(page.getByText('25,000,000')).toBeVisible()
  await page.getByRole('button', { name: said.proposeDeed }).click()
  await expect(page.getByText(said.state.proposed).first()).toBeVisible()

  // Neither the page nor anything that is sent with it holds the amount.
  await become(page, portal, 'finance-approve')
  const answer = await page.goto(HOME)
  expect(await answer?.text()).not.toMatch(/25,?000,?000/)
  await page.getByLabel(said.enterLabel).fill('25000000')
  await page.getByRole('button', { name: said.enterDeed }).click()
  await expect(page.getByText(said.state.decided).first()).toBeVisible()

  await page.getByRole('link', { name: said.letter }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said.letterOf('1'))
  await expect(page.getByText('25,000,000 元')).toBeVisible()
  const pdf = await page.request.get(`${HOME}/1/pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const file = (await (await page.request.get(`${HOME}/1/inputs`)).json()) as { yuan: string }
  expect(file.yuan).toBe('25000000')

  // To its city it is shown, and told.
  await become(page, portal, 'linjiang')
  await page.goto(HOME)
  await expect(page.getByRole('link', { name: said.letter })).toBeVisible()
  await expect(page.getByRole('button', { name: said.reverseDeed })).toHaveCount(0)
  await become(page, portal, 'mof')
  await page.goto('/exposure')
  const band = page.getByRole('table', { name: said.exposure.byBandFrom('演示〔2022〕1号') })
  await expect(band.getByRole('row').nth(2)).toContainText('25,000,000')
  const csv = await (await page.request.get('/exposure/export')).text()
  expect(csv).toContain(said.exposure.secondPending)
})
