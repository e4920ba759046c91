import type { Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { judgedIndicators } from '@/lib/rules'
import { expect, test, type Portal } from '../support/portal'

// The second reader of 望海市 has saved three of the eight; the first has handed in.
const DESK = '/assess/910200/midTerm-1'
const { evaluation, refusals } = words('zh-CN')
const { reading } = evaluation
const [first, second, third, fourth] = judgedIndicators as [
  IndicatorCode,
  IndicatorCode,
  IndicatorCode,
  IndicatorCode,
]

const of = (page: Page, code: IndicatorCode) => {
  const group = page.getByRole('group', { name: indicator(code).zh })
  return { mark: group.getByLabel(reading.mark), reason: group.getByLabel(reading.reason) }
}

const saved = async (portal: Portal, code: IndicatorCode): Promise<string | undefined> => {
  const [row] = await portal.query<{ said: string }>(
    `SELECT mark || ' ' || reason AS said FROM evaluation_reading r JOIN account a ON a.id = r.reader
     WHERE r.city = '910200' AND a.login = 'assessor-2' AND indicator = $1 ORDER BY seq DESC LIMIT 1`,
    [code],
  )
  return row?.said
}

async function save(page: Page, outcome: string = evaluation.saved): Promise<void> {
  await page.getByRole('button', { name: reading.save, exact: true }).click()
  await expect(page.getByText(outcome).first()).toBeVisible()
}

test.beforeEach(async ({ page, portal }) => {
  await portal.enter(page, 'assessor-2')
  await page.goto(DESK)
})

test('two windows of one reader: each saves what was written in it, and nothing is written over unseen', async ({
  page,
  portal,
}) => {
  const other = await page.context().newPage()
  await other.goto(DESK)

  await of(page, first).mark.selectOption('0')
  await expect(page.getByText(reading.unsaved)).toBeVisible()
  await of(page, second).reason.fill('甲')
  await save(page)
  // The other window knows nothing of it, and touched neither.
  await of(other, fourth).mark.selectOption('25')
  await of(other, fourth).reason.fill('第四项的理由')
  await save(other)
  expect(await saved(portal, first)).toMatch(/^0 /)
  expect(await saved(portal, second)).toMatch(/ 甲$/)
  expect(await saved(portal, fourth)).toBe('25 第四项的理由')
  await expect(of(other, first).mark).toHaveValue('0')
  await expect(of(other, second).reason).toHaveValue('甲')

  await of(page, third).reason.fill('丙')
  await save(page)
  await of(other, third).reason.fill('丁')
  const at = indicator(third).zh
  await other.getByRole('button', { name: reading.save, exact: true }).click()
  await expect(other.locator('form').getByRole('alert')).toContainText(at)
  await expect(other.locator('form').getByRole('alert')).toContainText('丙')
  expect(await saved(portal, third)).toMatch(/ 丙$/)
  await expect(of(other, third).reason).toHaveValue('丁')
  await save(other)
  expect(await saved(portal, third)).toMatch(/ 丁$/)
})

test('what was written and not saved outlives a reload and the end of a session', async ({
  page,
  portal,
}) => {
  const long = '查阅台账。'.repeat(300)
  await of(page, fourth).mark.selectOption('75')
  await of(page, fourth).reason.fill(long)
  await expect(page.getByText(reading.unsaved)).toBeVisible()
  await page.reload()
  await expect(page.getByText(reading.refilled)).toBeVisible()
  await expect(of(page, fourth).reason).toHaveValue(long)

  await page.context().clearCookies()
  await save(page, refusals.access.signInFirst())
  await expect(of(page, fourth).reason).toHaveValue(long)
  await portal.enter(page, 'assessor-2')
  await save(page)
  expect(await saved(portal, fourth)).toBe(`75 ${long}`)
  await page.reload()
  await expect(page.getByText(reading.refilled)).toHaveCount(0)

  // Gone back to what is saved, a text is gone for good.
  await of(page, fourth).reason.fill('另一种写法')
  await page.reload()
  await page.getByRole('button', { name: reading.restore }).click()
  await expect(of(page, fourth).reason).toHaveValue(long)
  await page.reload()
  await expect(of(page, fourth).reason).toHaveValue(long)
  await expect(page.getByText(reading.refilled)).toHaveCount(0)
})

test('what is refused says of which of the eight and why; what is handed in is what stands on the page', async ({
  page,
  portal,
}) => {
  const alert = page.locator('form').getByRole('alert')
  // A reading that was saved is not taken back by emptying its boxes.
  await of(page, first).mark.selectOption('')
  await of(page, first).reason.fill('')
  await page.getByRole('button', { name: reading.save, exact: true }).click()
  await expect(alert.getByRole('link')).toContainText(indicator(first).zh)
  await alert.getByRole('link').click()
  await expect(of(page, first).mark).toBeFocused()
  await of(page, first).mark.selectOption('50')
  await page.getByRole('button', { name: reading.save, exact: true }).click()
  await expect(alert.getByRole('link')).toHaveAttribute('href', `#reason-${first}`)
  // A text that is too long is kept whole, and counted.
  await of(page, first).reason.fill('长'.repeat(2001))
  await page.getByRole('button', { name: reading.save, exact: true }).click()
  await expect(alert).toContainText('2001')
  await expect(of(page, first).reason).toHaveValue('长'.repeat(2001))

  for (const code of judgedIndicators) {
    await of(page, code).mark.selectOption('100')
    await of(page, code).reason.fill(`交卷时所写：${code}`)
  }
  await page.getByRole('button', { name: reading.handIn, exact: true }).click()
  await expect(page.getByText(reading.handedIn('').slice(0, 4)).first()).toBeVisible()
  for (const code of judgedIndicators) expect(await saved(portal, code)).toBe(`100 交卷时所写：${code}`)
})
