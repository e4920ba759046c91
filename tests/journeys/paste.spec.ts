import type { Page } from '@playwright/test'
import { inLocale, words } from '@/lib/i18n'
import { indicator, indicators, type IndicatorCode } from '@/lib/notice'
import { copiedSheet } from '../support/libreoffice-sheet'
import { expect, test } from '../support/portal'
import { box, mark, report } from '../support/report-form'

const flows = indicators.filter(({ kind }) => kind === 'growth').map(({ code }) => code)
const values = (page: Page) => Promise.all(flows.map((code) => box(page, code).inputValue()))

/** Copies as a spreadsheet does, and pastes by keyboard into the box of a result. */
async function paste(page: Page, code: IndicatorCode, text: string, html = ''): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await box(page, code).focus()
  await page.evaluate(
    async ([plain, rich]) => {
      const item = (type: string, content: string) => ({ [type]: new Blob([content], { type }) })
      await navigator.clipboard.write([
        new ClipboardItem({ ...item('text/plain', plain), ...(rich === '' ? {} : item('text/html', rich)) }),
      ])
    },
    [text, html] as const,
  )
  await page.keyboard.press('ControlOrMeta+v')
}

/** The requests that save cells, as they go out. */
function saves(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/cells')) sent.push(request.postData() ?? '')
  })
  return sent
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`4 × 19 cells of a LibreOffice sheet are proposed, committed as one and undone as one (${locale})`, async ({
    page,
    portal,
  }) => {
    // LibreOffice itself takes its time to start.
    test.setTimeout(240_000)
    const said = words(locale).pasting
    const { html, text } = await copiedSheet()
    await portal.signIn(page, locale === 'en' ? 'qinglan' : 'linjiang')
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await page.goto(report(locale === 'en' ? '910300' : '910100'))
    await expect(box(page, 'transfers_licenses')).toBeFocused()
    const sent = saves(page)
    await paste(page, 'transfers_licenses', text, html)

    const panel = page.getByRole('group', { name: said.title })
    await expect(panel).toBeFocused()
    await expect(panel).toContainText(said.totals('1'))
    const row = (code: IndicatorCode) =>
      panel.getByRole('row').filter({
        has: page.getByRole('rowheader', { name: inLocale(locale, indicator(code)), exact: true }),
      })
    await expect(row('pledge_amount')).toContainText('7.14025亿')
    await expect(row('pledge_amount')).toContainText('71,402.5')
    await expect(row('patent_contract_value')).toContainText('61,740.25')
    await expect(row('regional_platform')).toContainText(said.outcome.none)
    await expect(row('custody_smes')).toContainText(said.none)
    await expect(panel.getByRole('row')).toHaveCount(20)
    expect(sent).toEqual([])

    await page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
    await expect(box(page, 'transfers_licenses')).toBeFocused()
    await expect(page.getByText(words(locale).entry.bar.answered('18', '19'))).toBeVisible()
    await expect.poll(() => values(page)).toEqual(['5184', '71,402.5', '3,050', '61,740.25'])
    expect(sent).toHaveLength(1)

    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => values(page)).toEqual(['', '', '', ''])
    await expect(page.getByText(words(locale).entry.bar.answered('0', '19'))).toBeVisible()
  })
}

test('four quarters side by side, a row left out, a slip of the unit pointed out, and all of it discarded by Esc', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN').pasting
  await portal.signIn(page, 'wanghai')
  await page.goto(report('910200'))
  await expect(box(page, 'transfers_licenses')).toBeFocused()
  const sent = saves(page)
  const [usual] = await portal.query<{ value: string }>(
    `SELECT trunc(value)::text AS value FROM version_figure
     WHERE city = '910200' AND indicator = 'pledge_amount' AND period = '2022Q2' LIMIT 1`,
  )
  const block = [
    '指标\t单位\t2022Q1\t2022Q2\t2022年第三季度\t2022Q4',
    '知识产权转让、许可数量\t次\t1\t2\t5,000\t4',
    `知识产权质押融资金额\t\t1\t2\t${usual?.value ?? ''}0000\t4`,
    '知识产权质押融资项目数\t项\t1\t2\t12.5%\t4',
    '成功转化高校院所专利技术的中小企业\t家\t1\t2\t30\t4',
    '合计\t\t4\t8\t9\t16',
  ].join('\n')
  await paste(page, 'pledge_projects', block)
  const panel = page.getByRole('group', { name: said.title })
  const take = (code: IndicatorCode) => panel.getByLabel(said.takeOf(indicator(code).zh), { exact: true })
  await expect(panel).toContainText(said.heads('2022年第三季度'))
  await expect(panel).toContainText('疑似单位填错')
  await expect(take('pledge_amount')).not.toBeChecked()
  await expect(panel).toContainText(said.refused.percent)
  await expect(panel.getByRole('link', { name: said.toRegister })).toHaveAttribute(
    'href',
    /registers\/smes_commercialised$/,
  )
  await take('transfers_licenses').uncheck()
  await expect(panel.getByRole('button', { name: said.commit('0') })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(box(page, 'pledge_projects')).toBeFocused()
  expect(await values(page)).toEqual(['', '', '', ''])

  await paste(page, 'pledge_projects', block)
  await page.keyboard.press('Enter')
  await expect.poll(() => values(page)).toEqual(['5,000', '', '', ''])
  await expect(mark(page, 'transfers_licenses', 'saved')).toBeVisible()
  expect(sent).toHaveLength(1)

  // One plain number is just pasted; one in another unit is proposed.
  await paste(page, 'pledge_amount', '71,000')
  await expect(panel).toBeHidden()
  await expect(box(page, 'pledge_amount')).toHaveValue('71,000')
  await paste(page, 'pledge_amount', '7.2亿')
  await expect(panel).toContainText('72,000')
  await page.keyboard.press('Enter')
  await expect(mark(page, 'pledge_amount', 'saved')).toBeVisible()
  await expect.poll(() => values(page)).toEqual(['5,000', '72000', '', ''])

  // Several columns and no heads: nothing is guessed.
  await paste(page, 'transfers_licenses', '1\t2\n3\t5')
  await expect(page.getByRole('status').filter({ hasText: said.severalColumns })).toBeVisible()
})
