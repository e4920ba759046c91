import type { Browser, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import type { IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { expect, test, type Portal } from '../support/portal'
import { answerAll, box, mark, PERIOD, report as reportOf } from '../support/report-form'

const CITIES = {
  'zh-CN': { code: '910100', login: 'linjiang', officer: '周文静' },
  en: { code: '910200', login: 'wanghai', officer: '林晓帆' },
} as const
const FIGURES: Readonly<Partial<Record<IndicatorCode, string>>> = {
  transfers_licenses: '4320',
  pledge_amount: '310000',
  pledge_projects: '2200',
  patent_contract_value: '34300',
}
const FIRST = '本季度两家企业以专利组合质押，合计二十五亿元，登记号见台账。'

async function at(browser: Browser, portal: Portal, locale: Locale, login: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 1366, height: 768 } })
  await context.addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
  const page = await context.newPage()
  await portal.signIn(page, login)
  return page
}

for (const locale of ['zh-CN', 'en'] as const) {
  const { check, entry, receipt, review, refusals } = words(locale)
  const { code, login, officer: name } = CITIES[locale]
  const report = reportOf(code)

  test(`a soft finding is explained, lapses with its value, is explained again, signed and read (${locale})`, async ({
    browser,
    portal,
  }) => {
    test.setTimeout(240_000)
    const officer = await at(browser, portal, locale, login)
    const notes = officer.locator('#notes')
    const said = notes.getByRole('textbox', { name: check.explain.label })

    await test.step('the officer fills the quarter in, and the checks doubt one figure', async () => {
      await officer.goto(report)
      await answerAll(officer, FIGURES)
      await expect(officer.getByText(entry.bar.answered('19', '19'))).toBeVisible()
      await expect(officer.getByRole('status')).toContainText(entry.bar.savedAt('').replace(/[，,]\s*$/, ''))
      await officer.goto(`${report}/check`)
      await expect(notes).toContainText(check.notes.state('1', '0'))
      await expect(officer.locator('#next')).toContainText(check.next.officerBlocked(0, 0, 1))
    })

    await test.step('two words are no explanation: the text stays, with the reason beside it', async () => {
      await said.fill('属实')
      await notes.getByRole('button', { name: check.explain.send }).click()
      await expect(notes).toContainText(refusals.deed.explanationShort({ least: '10', got: '2' }))
      await expect(said).toHaveValue('属实')
      await expect(said).toBeFocused()
    })

    await test.step('explained, it says so, by whom', async () => {
      await said.fill(FIRST)
      await said.press('Control+Enter')
      await expect(notes).toContainText(check.notes.state('0', '1'))
      await expect(notes).toContainText(FIRST)
      await expect(notes).toContainText(name)
    })

    await test.step('another value, and the explanation has lapsed; one click takes it up again', async () => {
      await officer.goto(report)
      await box(officer, 'pledge_amount').fill('320000')
      await officer.keyboard.press('Enter')
      await expect(mark(officer, 'pledge_amount', 'saved')).toBeVisible()
      await officer.goto(`${report}/check`)
      await expect(notes).toContainText(check.notes.state('1', '0'))
      await notes.getByRole('button', { name: check.explain.reuse }).click()
      await expect(said).toHaveValue(FIRST)
      await said.press('End')
      await said.pressSequentially('其中一笔追加一亿元。')
      await said.press('Control+Enter')
      await expect(notes).toContainText(check.notes.state('0', '1'))
      await expect(notes.getByText(check.notes.lapsedTitle('1'))).toBeVisible()
    })

    await test.step('another person signs it, and the receipt counts it', async () => {
      const certifier = await at(browser, portal, locale, `${login}-sign`)
      await certifier.goto(`${report}/check`)
      await expect(certifier.locator('#notes')).toContainText('其中一笔追加一亿元。')
      await expect(certifier.locator('#notes').getByRole('textbox')).toHaveCount(0)
      await certifier.getByLabel(check.certify.declaration).check()
      await certifier.getByRole('button', { name: check.certify.send, exact: true }).click()
      await expect(certifier.locator('#next').getByRole('status')).toBeVisible()
      await officer.goto(`${report}/check`)
      await officer.getByRole('button', { name: check.submit.send, exact: true }).click()
      await officer.waitForURL(/\/receipt/)
      await expect(officer.getByText(receipt.softOf('0', '1')).first()).toBeVisible()
    })

    await test.step('the reviewer reads it beside the figure', async () => {
      const province = await at(browser, portal, locale, 'donghai')
      await province.goto(`/review/${code}/${PERIOD}`)
      await expect(province.locator('main')).toContainText(review.figures.explanation)
      await expect(province.locator('main')).toContainText('其中一笔追加一亿元。')
    })
  })
}
