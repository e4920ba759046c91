import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { cellId } from '@/lib/entry/cell-id'
import { words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { readCsv } from '../documents/read-csv'
import { desk, sign, submit } from '../support/desk'
import { expect, test, type Portal } from '../support/portal'
import { readWorkbook, values } from '../support/read-workbook'
import { answerAll, box, PERIOD, report } from '../support/report-form'

const said = words('zh-CN')
const REPORT = report('910100')
const FIGURES: Readonly<Partial<Record<IndicatorCode, string>>> = {
  transfers_licenses: '5,120',
  pledge_amount: '７００００',
  pledge_projects: '3150',
  patent_contract_value: '41000.5',
}
const PLEDGES = indicator('pledge_amount').zh
const CORRECTED = '68000'

/** Each person at a desk of his or her own. */
async function desks(browser: Browser, portal: Portal) {
  const [officer, certifier, province, cnipa] = await Promise.all(
    ['linjiang', 'linjiang-sign', 'donghai', 'cnipa'].map((login) => desk(browser, portal, login)),
  )
  if (!officer || !certifier || !province || !cnipa) throw new Error('four people were asked for')
  return { officer, certifier, province, cnipa }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** Keys do nothing before the page is alive. */
async function askByKey(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.locator('[data-figure=pledge_amount]').focus()
    await page.keyboard.press('c')
    await expect(page.getByLabel(said.conversation.question(name))).toBeFocused({ timeout: 500 })
  }).toPass()
}

async function forward(province: Page): Promise<void> {
  await province.goto(`/review/910100/${PERIOD}`)
  await button(province, said.review.decide.forward.send).click()
  await province.waitForURL(/\/review(\?|$)/)
}

/** The verdict that the dashboard shows for the city: its word, and the colour of its cell. */
async function verdictOf(page: Page, code: IndicatorCode): Promise<{ word: string; colour: string }> {
  await page.goto(`/dashboard?asOf=${PERIOD}`)
  const cell = page.locator(`a[href*="/cities/910100"][href*="${code}"]`).first()
  const colour = await cell.evaluate((link) => {
    for (let box: Element | null = link; box !== null; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box)
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor
    }
    return ''
  })
  return { word: (await cell.textContent()) ?? '', colour }
}

test('a city files a quarter, the ministry returns a figure, accepts it, and sees the verdict', async ({
  browser,
  portal,
}) => {
  test.setTimeout(240_000)
  const { officer, certifier, province, cnipa } = await desks(browser, portal)
  const before = await verdictOf(cnipa, 'pledge_amount')
  expect(before.word).toContain(said.verdict.word.figuresMissing)

  await test.step('the officer enters and saves', async () => {
    await officer.goto(REPORT)
    await answerAll(officer, FIGURES)
    await expect(officer.getByText(said.entry.bar.answered('19', '19'))).toBeVisible()
    await expect(officer.getByRole('status')).toContainText('全部已保存')
    await officer.reload()
    await expect(box(officer, 'pledge_amount')).toHaveValue('70,000')
  })

  await test.step('the certifier signs, and the officer submits', async () => {
    await officer.goto(`${REPORT}/check`)
    await expect(officer.getByText(said.check.errors.none)).toBeVisible()
    await sign(certifier, REPORT)
    await submit(officer, REPORT)
    await expect(officer.getByText('70,000').first()).toBeVisible()
  })

  await test.step('the province passes it on', () => forward(province))

  const talkOf = (page: Page) => page.getByRole('region', { name: said.conversation.about(PLEDGES) })

  await test.step('CNIPA comes by keys, asks beside the figure, and the city answers', async () => {
    await cnipa.goto(`/review?period=${PERIOD}`)
    await cnipa.keyboard.press('j')
    const link = cnipa.locator(`tr[data-queued] a[href^="/review/910100/${PERIOD}"]`)
    while (!(await link.evaluate((each) => each === document.activeElement))) await cnipa.keyboard.press('j')
    await cnipa.keyboard.press('Enter')
    await cnipa.waitForURL(`**/review/910100/${PERIOD}?*`)
    await askByKey(cnipa, PLEDGES)
    await cnipa.keyboard.type('哪份登记台账？')
    // A hand that clicks twice asks once: both clicks fall before the button can be shown as at work.
    await button(cnipa, said.conversation.sendQuestion).evaluate((send: HTMLButtonElement) => {
      send.click()
      send.click()
    })
    await expect(talkOf(cnipa)).toContainText(said.conversation.state.asked)
    await officer.goto(REPORT)
    await expect(officer.getByText(said.conversation.toAnswer(1))).toBeVisible()
    await officer.getByLabel(said.conversation.answerTo(PLEDGES)).fill('金融办登记台账')
    await button(officer, said.conversation.sendAnswer).click()
    await expect(talkOf(officer)).toContainText('金融办登记台账')
    await cnipa.reload()
    await expect(talkOf(cnipa)).toContainText('金融办登记台账')
    // What is open is not accepted unseen.
    await cnipa.goto(`/review/together?report=910100.${PERIOD}`)
    await expect(cnipa.getByText(said.together.notAsked)).toBeVisible()
  })

  await test.step('CNIPA returns one figure with a reason', async () => {
    // A report knows the one below it, which comes next after a deed.
    await cnipa.goto('/review')
    await expect(cnipa.locator('tr[data-queued] a').first()).toHaveAttribute(
      'href',
      `/review/920200/2022Q2?then=910100.${PERIOD}`,
    )
    // From the queue as it is narrowed, and back to it by key.
    await cnipa.goto(`/review?period=${PERIOD}`)
    const link = cnipa.locator(`tr[data-queued] a[href^="/review/910100/${PERIOD}"]`)
    await link.click()
    await expect(cnipa.getByRole('heading', { level: 1 })).toContainText('临江市')
    await cnipa.keyboard.press('q')
    await cnipa.waitForURL(`**/review?period=${PERIOD}`)
    await link.click()
    await cnipa.getByLabel(said.review.decide.pin(PLEDGES)).check()
    await cnipa.getByLabel(said.review.decide.pinReason(PLEDGES)).fill('与登记系统不符')
    await cnipa.locator('#return-reason').fill('请核对质押金额')
    await button(cnipa, said.review.decide.giveBack.sendPinned(1)).click()
    // The queue is still narrowed, and what comes next is one Enter away.
    await cnipa.waitForURL(`**/review?period=${PERIOD}&done=910100.${PERIOD}`)
    await expect(cnipa.locator('#queue-period')).toHaveValue(PERIOD)
    await expect(cnipa.getByRole('link', { name: said.review.done.nextOne('').slice(0, 4) })).toBeFocused()
    await cnipa.keyboard.press('Enter')
    await cnipa.waitForURL(`**/review/9*/*?from=period%3D${PERIOD}`)
  })

  await test.step('the officer sees the reason beside the figure, and can correct that one alone', async () => {
    await officer.goto('/cities/910100/desk')
    await expect(officer.getByText('请核对质押金额').first()).toBeVisible()
    await officer.goto(REPORT)
    await expect(officer.locator(`#${cellId('pledge_amount')}-returned`)).toContainText('与登记系统不符')
    await expect(officer.locator(`input#${cellId('transfers_licenses')}`)).toHaveCount(0)
    await box(officer, 'pledge_amount').fill(CORRECTED)
    await officer.keyboard.press('Enter')
    await expect(officer.getByRole('status')).toContainText('全部已保存')
  })

  await test.step('all sign again, and CNIPA accepts', async () => {
    await sign(certifier, REPORT)
    await submit(officer, REPORT)
    await forward(province)
    await cnipa.goto(`/review/910100/${PERIOD}?only=changed`)
    const difference = cnipa.locator('#difference')
    await expect(difference).toContainText('70,000')
    await expect(cnipa.locator('[data-figure]')).toHaveCount(1)
    await askByKey(cnipa, PLEDGES)
    await button(cnipa, said.conversation.close).click()
    await expect(talkOf(cnipa)).toContainText(said.conversation.state.closed)
    const turns = await portal.query<{ kind: string }>(
      `SELECT kind FROM conversation_turn WHERE city = '910100' AND period = '2022Q3' ORDER BY seq`,
    )
    expect(turns.map(({ kind }) => kind)).toEqual(['asked', 'answered', 'closed'])
    await cnipa.goto(`/review/together?report=910100.${PERIOD}`)
    await button(cnipa, said.together.accept(1)).click()
    await expect(cnipa.getByText(said.together.outcome.accepted)).toBeVisible()
  })

  await test.step('the dashboard changes its word and its colour', async () => {
    const after = await verdictOf(cnipa, 'pledge_amount')
    expect(after.word).toMatch(new RegExp(`${said.verdict.word.onPace}|${said.verdict.word.behindPace}`))
    expect(after.colour).not.toBe(before.colour)
  })

  await test.step('the export says the same numbers', async () => {
    const expected = {
      transfers_licenses: '5120',
      pledge_amount: CORRECTED,
      pledge_projects: '3150',
      patent_contract_value: '41000.5',
    }
    for (const format of ['xlsx', 'csv'] as const) {
      await cnipa.goto(`/cities/910100?asOf=${PERIOD}`)
      const [download] = await Promise.all([
        cnipa.waitForEvent('download'),
        cnipa.locator(`a[href*="/export?"][href*="format=${format}"]`).first().click(),
      ])
      const bytes = readFileSync(await download.path())
      const rows =
        format === 'csv'
          ? readCsv(bytes)
          : (await readWorkbook(bytes)).sheets.flatMap((sheet) => [...values(sheet)])
      for (const [code, figure] of Object.entries(expected)) {
        expect(
          rows.find((row) => row.includes(code)),
          `${code} in the ${format}`,
        ).toContain(figure)
      }
    }
  })

  await test.step('every version is kept', async () => {
    const versions = await portal.query<{ version: number; value: string }>(
      `SELECT version, value::float8::text AS value FROM version_figure
       WHERE city = '910100' AND period = $1 AND indicator = 'pledge_amount' ORDER BY version`,
      [PERIOD],
    )
    expect(versions).toEqual([
      { version: 1, value: '70000' },
      { version: 2, value: CORRECTED },
    ])
  })
})
