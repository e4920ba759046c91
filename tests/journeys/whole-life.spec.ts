import type { Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { desk, sign, submit } from '../support/desk'
import { expect, test } from '../support/portal'
import { answerAll, box, PERIOD, report } from '../support/report-form'

const said = words('zh-CN')
const CITY = '910100'
const REPORT = report(CITY)
const REVIEW = `/review/${CITY}/${PERIOD}`
const FIGURES: Readonly<Partial<Record<IndicatorCode, string>>> = {
  transfers_licenses: '5120',
  pledge_amount: '70000',
  pledge_projects: '3150',
  patent_contract_value: '41000.5',
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Corrects one figure of the form; it is saved when the status line says so. */
async function correct(officer: Page, code: IndicatorCode, figure: string): Promise<void> {
  await officer.goto(REPORT)
  await box(officer, code).fill(figure)
  await officer.keyboard.press('Enter')
  await expect(officer.getByRole('status')).toContainText('全部已保存')
}

async function signAndSubmit(certifier: Page, officer: Page): Promise<void> {
  await sign(certifier, REPORT)
  await submit(officer, REPORT)
}

async function decide(reviewer: Page, send: string): Promise<void> {
  await button(reviewer, send).click()
  await reviewer.waitForURL(/\/review(\?|$)/)
}

test('the whole life of a report: late, extended, withdrawn, returned twice, one figure pinned, accepted, restated, looked back at', async ({
  browser,
  portal,
}) => {
  test.setTimeout(300_000)
  const [officer, certifier, province, cnipa] = await Promise.all(
    (['linjiang', 'linjiang-sign', 'donghai', 'cnipa'] as const).map((login) => desk(browser, portal, login)),
  )
  if (!officer || !certifier || !province || !cnipa) throw new Error('four people were asked for')
  await portal.query(
    `UPDATE reporting_period SET due_at = '2022-10-08T23:59:59+08:00', locked_after = '2022-10-10T23:59:59+08:00' WHERE period = $1`,
    [PERIOD],
  )

  await test.step('late and locked, it is opened by more time that another person grants', async () => {
    await officer.goto(REPORT)
    await expect(box(officer, 'pledge_amount').and(officer.locator(':enabled'))).toHaveCount(0)
    await officer.goto(`${REPORT}/deadline`)
    await officer.locator('#extension-day').fill('2022-10-31')
    await officer.locator('#extension-reason').fill('登记系统停机三天')
    await button(officer, said.deadlines.ask.send).click()
    await expect(officer.getByText(said.deadlines.pending, { exact: true })).toBeVisible()
    await cnipa.goto(`${REPORT}/deadline`)
    await button(cnipa, said.deadlines.decide.grant).click()
    await expect(cnipa.getByText(said.deadlines.granted, { exact: true })).toBeVisible()
  })

  await test.step('filled in, signed and submitted, within the extension', async () => {
    await officer.goto(REPORT)
    await answerAll(officer, FIGURES)
    await expect(officer.getByText(said.entry.bar.answered('19', '19'))).toBeVisible()
    await expect(officer.getByRole('status')).toContainText('全部已保存')
    await signAndSubmit(certifier, officer)
    await officer.goto(`${REPORT}/deadline`)
    await expect(officer.getByText(said.deadlines.how.extended, { exact: true }).first()).toBeVisible()
  })

  await test.step('withdrawn before anybody reviewed it, and submitted again', async () => {
    await officer.goto(`${REPORT}/check`)
    await officer.locator('summary', { hasText: said.check.withdraw.title }).click()
    await button(officer, said.check.withdraw.send).click()
    await expect(officer.getByText(said.refusals.deed.reasonMissing())).toBeVisible()
    await officer.getByLabel(said.check.withdraw.reason).fill('专利许可漏报一笔')
    await button(officer, said.check.withdraw.send).click()
    await expect(officer.getByText(said.names.status.draft).first()).toBeVisible()
    await province.goto(REVIEW)
    await expect(province.getByText(/本版已由.*撤回，视同没有上报/)).toBeVisible()
    await expect(button(province, said.review.decide.forward.send)).toHaveCount(0)
    await signAndSubmit(certifier, officer)
  })

  await test.step('returned whole by the province', async () => {
    await province.goto(REVIEW)
    await province.locator('#return-reason').fill('转让数与登记簿不一致')
    await decide(province, said.review.decide.giveBack.sendWhole)
    await correct(officer, 'transfers_licenses', '5150')
    await signAndSubmit(certifier, officer)
    await province.goto(REVIEW)
    await decide(province, said.review.decide.forward.send)
  })

  await test.step('returned for one figure by CNIPA: that one alone opens', async () => {
    const name = indicator('pledge_amount').zh
    await cnipa.goto(REVIEW)
    await cnipa.getByLabel(said.review.decide.pin(name)).check()
    await cnipa.getByLabel(said.review.decide.pinReason(name)).fill('与登记系统不符')
    await cnipa.locator('#return-reason').fill('请核对质押金额')
    await decide(cnipa, said.review.decide.giveBack.sendPinned(1))
    await correct(officer, 'pledge_amount', '68000')
    const closed = (await box(officer, 'transfers_licenses').getAttribute('id')) ?? ''
    await expect(officer.locator(`input#${closed}`)).toHaveCount(0)
    await signAndSubmit(certifier, officer)
    await province.goto(REVIEW)
    await decide(province, said.review.decide.forward.send)
  })

  await test.step('accepted, with verdicts that rely on its figures', async () => {
    await cnipa.goto(REVIEW)
    await decide(cnipa, said.review.decide.accept.send)
  })

  const verdicts = () =>
    portal.query<{ restatement: number; hash: string }>(
      `SELECT restatement, explanation_hash AS hash FROM issued_verdict
       WHERE city = $1 AND as_of = $2 AND indicator = 'pledge_amount' AND against = 'floor' ORDER BY restatement`,
      [CITY, PERIOD],
    )
  await test.step('restated afterwards: asked for by the city, granted by CNIPA on the effects; the old verdict stays', async () => {
    const [issued] = await verdicts()
    const { form } = said.restating
    await officer.goto(`/cities/${CITY}/restatements/new?period=${PERIOD}`)
    await officer.getByLabel(form.correctedOf(indicator('pledge_amount').zh)).fill('31234')
    await officer.getByLabel(form.reasonCode).selectOption('clerical')
    await officer.getByLabel(form.reason).fill('多录一笔')
    await button(officer, form.send).click()
    await officer.waitForURL(/restatements\/\d+$/)
    await cnipa.goto(new URL(officer.url()).pathname)
    await expect(cnipa.getByRole('table', { name: said.restating.effects.verdicts })).toBeVisible()
    await button(cnipa, said.restating.decide.approve).click()
    await expect(cnipa.getByRole('heading', { level: 1 })).toHaveText(said.restating.notice.title)
    const after = await verdicts()
    expect(after).toHaveLength(2)
    expect(after[0]).toEqual(issued)
  })

  await test.step('looked back at: the page is as it was known, says so, and offers no deed', async () => {
    await cnipa.goto(REVIEW)
    await expect(cnipa.getByText('31,234').first()).toBeVisible()
    await cnipa.locator('summary', { hasText: said.known.title }).click()
    await cnipa.locator('a[href*="known="]', { hasText: said.names.event.accepted }).click()
    await expect(cnipa.getByRole('link', { name: said.known.toNow })).toBeVisible()
    await expect(cnipa.getByText('68,000').first()).toBeVisible()
    await expect(cnipa.getByText('31,234')).toHaveCount(0)
    await expect(button(cnipa, said.review.decide.accept.send)).toHaveCount(0)
    // So is the queue: when it had been passed on, this report waited, and nothing can be ticked there.
    const passedOn = await cnipa
      .locator('a[href*="known="]', { hasText: said.names.event.forwarded })
      .first()
      .getAttribute('href')
    await cnipa.goto(`/review?${passedOn?.split('?')[1] ?? ''}`)
    await expect(cnipa.locator(`tr[data-queued] a[href^="${REVIEW}?known="]`)).toBeVisible()
    await expect(cnipa.locator('input[name=report]')).toHaveCount(0)
  })
})
