import { words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { expect, test } from '../support/portal'

const said = words('zh-CN')

test('a reviewer opens the grounds of a verdict beside the figures, with the version not yet accepted', async ({
  page,
  portal,
}) => {
  await portal.signIn(page, 'cnipa')
  await page.goto('/review/920200/2022Q2')
  const row = page.locator('#result-transfers_licenses')
  await row.getByRole('link', { name: said.verdict.word.onPace }).click()
  const grounds = page.locator('#grounds-transfers_licenses')
  await expect(grounds).toHaveAttribute('open', '')
  await expect(grounds.locator('blockquote')).toContainText('20%')
  const figure = grounds.getByRole('row', { name: /2022年第二季度/ }).first()
  await expect(figure).toContainText(said.common.version(1))
  await expect(figure).toContainText(said.explanation.inputPending)
  await expect(grounds.getByRole('region', { name: said.explanation.formula })).toBeVisible()
})

test('a supposed figure changes the outcome, is marked 模拟, is forgotten by a reload and written nowhere', async ({
  page,
  portal,
}) => {
  /**
   * A fingerprint of all that the database holds, but for the sessions, which know when they were last seen, and for the briefs and
   * messages that a portal makes by itself when it has just started.
   */
  const everything = async () => {
    const tables = await portal.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
         AND tablename NOT IN ('account_session', 'message', 'weekly_brief') ORDER BY 1`,
    )
    const prints = tables.map(({ name }) =>
      portal.query<{ print: string }>(
        `SELECT '${name} ' || md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS print FROM "${name}" t`,
      ),
    )
    return (await Promise.all(prints)).map(([row]) => row?.print)
  }
  await portal.signIn(page, 'qinglan')
  await page.goto('/cities/910300?asOf=2022Q1')
  const before = await everything()
  await page.getByRole('link', { name: said.city.money.simulate }).click()
  await page.waitForURL(/simulation\?asOf=2022Q1/)
  await page.getByLabel(said.simulation.asOf).selectOption('2022Q2')
  await page.getByRole('button', { name: said.simulation.change }).click()
  await page.waitForURL(/simulation\?asOf=2022Q2/)

  const outcome = page.getByRole('region', { name: said.simulation.storesNothing })
  const row = page.getByRole('row', { name: nameOf('pledge_amount') })
  const now = row.getByRole('button', { name: said.simulation.columns.now })
  const then = row.getByRole('button', { name: said.simulation.columns.then })
  const scores = () => outcome.getByText(/ 至 .* 之间/).allTextContents()
  const [asIs, unchanged] = await scores()
  expect(unchanged).toBe(asIs)
  await expect(then).toContainText(said.verdict.word.behindPace)

  await row.getByRole('textbox').first().fill('99999')
  await expect(then).toContainText(said.verdict.word.onPace)
  await expect(now).toContainText(said.verdict.word.behindPace)
  await expect(outcome).toContainText('模拟')
  const [still, supposed] = await scores()
  expect(still).toBe(asIs)
  expect(supposed).not.toBe(asIs)

  await then.click()
  const grounds = page.locator('#grounds-pledge_amount')
  await expect(grounds).toContainText(said.simulation.groundsThen)
  await expect(grounds.locator('blockquote')).toContainText('30%')
  await expect(grounds.getByRole('row', { name: /99,999/ }).first()).toContainText(said.explanation.supposed)

  await page.reload()
  await expect(then).toContainText(said.verdict.word.behindPace)
  expect(await scores()).toEqual([asIs, asIs])
  expect(await everything()).toEqual(before)
})

const nameOf = (code: IndicatorCode) => indicator(code).zh
