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

test('a city asks for a restatement and takes it back; meanwhile nothing else can be asked', async ({
  page,
  portal,
}) => {
  const english = words('en')
  await page.context().addCookies([{ name: 'chengji-locale', value: 'en', url: portal.url }])
  await portal.enter(page, 'linjiang')
  await page.goto('/cities/910100/restatements')
  await page.getByRole('link', { name: english.restating.ask }).click()
  await page.getByLabel(english.restating.form.period).selectOption('2022Q1')
  await page.getByRole('button', { name: english.restating.form.choose }).click()
  const box = page.getByLabel(english.restating.form.correctedOf(indicator('pledge_projects').en))
  await page.getByLabel(english.restating.form.reasonCode).selectOption('clerical')
  await page.getByLabel(english.restating.form.reason).fill('Typed one digit too many.')
  await page.getByRole('button', { name: english.restating.form.send }).click()
  await expect(page.getByText(english.refusals.deed.restatementSame())).toBeVisible()
  await box.fill('7')
  await page.getByRole('button', { name: english.restating.form.send }).click()
  await page.waitForURL(/restatements\/\d+$/)
  await expect(page.getByText(english.restating.materiality.material)).toBeVisible()
  await expect(page.getByText(english.restating.decide.own)).toBeVisible()

  await page.goto('/cities/910100/restatements/new?period=2022Q1')
  await expect(page.getByText(english.restating.form.toOpen)).toBeVisible()
  await expect(box).toHaveCount(0)
  await page.goto('/cities/910100/desk')
  await page.getByRole('link', { name: english.restating.banner.see }).click()
  await page.getByLabel(english.restating.withdraw.reason).fill('The figure was right.')
  await page.getByRole('button', { name: english.restating.withdraw.send }).click()
  await expect(page.getByText(english.restating.state.withdrawn).first()).toBeVisible()
})

test('a reviewer approves what another asked for: effects before, a notice after, and the old verdicts stay readable', async ({
  page,
  portal,
}) => {
  const { restating } = said
  await portal.signIn(page, 'cnipa')
  await page.goto('/review')
  const open = page.getByRole('table', { name: restating.queue.title })
  await open.getByRole('link', { name: /2022年第一季度/ }).click()
  await page.waitForURL(/910300\/restatements\/2$/)
  await expect(page.getByText(restating.materiality.material)).toBeVisible()
  const touched = page.getByRole('table', { name: restating.effects.verdicts }).locator('tbody tr')
  const many = await touched.count()
  expect(many).toBeGreaterThan(0)
  // A sealed evaluation relied on it: its score is shown before and after, and stays as it was sealed.
  const relied = page.getByRole('listitem').filter({ hasText: /中期绩效评价.+→/ })
  const scores = (await relied.textContent()) ?? ''
  const [sealed, corrected] = scores.match(/\d+\.\d{2}/g) ?? []
  expect(Number(corrected)).toBeLessThan(Number(sealed))
  const issued = () =>
    portal.query<{ n: number; before: string }>(
      `SELECT count(*)::int AS n, md5(string_agg(explanation_hash, ',' ORDER BY as_of, indicator, against, restatement)
         FILTER (WHERE restatement < 2)) AS before FROM issued_verdict WHERE city = '910300'`,
    )
  const [before] = await issued()
  await page.getByRole('button', { name: restating.decide.refuse }).click()
  await expect(page.getByText(said.refusals.deed.reasonMissing())).toBeVisible()
  await page.getByRole('button', { name: restating.decide.approve }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(restating.notice.title)

  const [after] = await issued()
  expect(after).toEqual({ n: (before?.n ?? 0) + many, before: before?.before })
  await expect(touched).toHaveCount(many)
  await expect(relied).toHaveText(scores)
  const grounds = page.locator('details').filter({ hasText: restating.effects.issuedBefore }).first()
  await grounds.locator('summary').click()
  await expect(grounds).toContainText(said.explanation.inputs)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: said.papers.download.pdf }).click()
  expect((await download).suggestedFilename()).toContain('更正通知')

  await page
    .getByRole('link', { name: said.common.version(2) })
    .first()
    .click()
  await expect(page.getByText(restating.banner.restated('2'))).toBeVisible()
  await page.goto('/cities/910300/evaluations/midTerm-2/1')
  await expect(page.getByText(sealed ?? '').first()).toBeVisible()
})
