import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import type { Page } from '@playwright/test'
import { refusalSentence, words } from '@/lib/i18n'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import type { Locale } from '@/lib/values'
import { expect, test, type Portal } from '../support/portal'

const CODE = '91350100M000100Y43'

/** The workbook of a report as its page gives it. */
async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  return readFileSync(await file.path())
}

/** Fills cells in with another program than the one that wrote the file: result code, column, value. */
async function filledIn(
  bytes: Buffer,
  answers: readonly (readonly [code: string, column: string, value: string | number])[],
  rows: readonly (readonly (string | null)[])[] = [],
): Promise<Buffer> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  const [figures, ...others] = book.worksheets
  figures?.eachRow((row) => {
    for (const [code, column, value] of answers) {
      if (row.getCell('A').text === code) row.getCell(column).value = value
    }
  })
  const custody = others.find(({ name }) => ['托管企业', 'Custody service'].includes(name))
  for (const row of rows) custody?.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Where in the sheet of figures a result has its column. */
async function placeOf(bytes: Buffer, code: string, column: string): Promise<string> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  let place = ''
  book.worksheets[0]?.eachRow((row, at) => {
    if (row.getCell('A').text === code) place = `${column}${at}`
  })
  return place
}

const upload = async (page: Page, label: string, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

const figureOf = async (portal: Portal, city: string, indicator: string): Promise<string | undefined> =>
  (
    await portal.query<{ value: string | null }>(
      `SELECT value::text FROM report_cell WHERE city = $1 AND period = '2022Q3' AND indicator = $2 AND part = ''`,
      [city, indicator],
    )
  )[0]?.value ?? undefined

const nameOfCity = async (portal: Portal, locale: Locale, code: string): Promise<string> =>
  (
    await portal.query<{ name: string }>(
      `SELECT ${locale === 'en' ? 'name_en' : 'name_zh'} AS name FROM city WHERE code = $1`,
      [code],
    )
  )[0]?.name ?? ''

// Another program reads and writes a workbook of eleven sheets five times.
test.setTimeout(240_000)

for (const [locale, person, city] of [
  ['zh-CN', 'linjiang', '910100'],
  ['en', 'wanghai', '910200'],
] as const) {
  test(`the workbook of a period: downloaded, filled in, corrected, taken over (${locale})`, async ({
    page,
    portal,
  }) => {
    const { importing: said, workbook } = words(locale)
    const report = `/cities/${city}/reports/2022Q3`
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.enter(page, person)
    await page.goto(report)
    const original = await downloaded(page, workbook.download)
    await page.getByRole('link', { name: said.link, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: said.title })).toBeVisible()
    const before = await figureOf(portal, city, 'pledge_amount')
    const pledge = await placeOf(original, 'pledge_amount', 'G')
    let right: Buffer = original

    await test.step('a file of another city is refused by the names of both, at once and in the list', async () => {
      const other = city === '910100' ? '920100' : '910100'
      const [own, foreign] = await Promise.all([city, other].map((code) => nameOfCity(portal, locale, code)))
      const table = Buffer.from(`城市代码,指标,本期数\n${other},知识产权质押融资金额,5\n`)
      await page
        .getByLabel(said.drop.label)
        .setInputFiles({ name: 'of.csv', mimeType: 'text/csv', buffer: table })
      for (const place of [
        page.getByRole('alert').filter({ hasText: other }),
        page.getByRole('row').filter({ hasText: 'of.csv' }),
      ]) {
        await expect(place).toContainText(
          `${foreign}${locale === 'en' ? ` (code ${other})` : `（代码 ${other}）`}`,
        )
        await expect(place).toContainText(`${own}${locale === 'en' ? ` (code ${city})` : `（代码 ${city}）`}`)
        await page.reload()
      }
    })

    await test.step('every problem is shown at once, and marked in a copy', async () => {
      const wrong = await filledIn(
        original,
        [
          ['pledge_amount', 'G', '约100'],
          ['pledge_projects', 'G', 12.5],
          ['gi_output_value', 'H', words(locale).names.cellState.notYetAvailable],
        ],
        [['甲公司', '91110000MA00000001', null, '2022-08-01']],
      )
      await upload(page, said.drop.label, 'wrong.xlsx', wrong)
      await expect(page.getByRole('heading', { name: said.problems.title('4') })).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: '约100' })).toContainText(
        words(locale).pasting.refused.approximate,
      )
      await expect(page.getByRole('button', { name: said.deeds.commit('1') })).toHaveCount(0)
      const copy = new exceljs.Workbook()
      await copy.xlsx.load((await downloaded(page, said.problems.annotated)) as never)
      const notes = copy.worksheets.flatMap((sheet) => {
        const found: string[] = []
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if ((cell.note as unknown) !== undefined) found.push(cell.text)
          })
        })
        return found
      })
      expect(notes).toContain('约100')
      expect(await figureOf(portal, city, 'pledge_amount')).toBe(before)
    })

    await test.step('the differences are shown cell by cell, kept across a power cut, and written at once', async () => {
      right = await filledIn(
        original,
        [
          ['pledge_amount', 'G', 43210.5],
          ['pledge_amount', 'L', '市局'],
        ],
        [['甲公司', CODE, null, '2022-08-01', '托管机构']],
      )
      await upload(page, said.drop.label, 'right.xlsx', right)
      const row = page.getByRole('row').filter({ hasText: '43,210.5' })
      await expect(row).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: CODE })).toBeVisible()
      const address = page.url()
      const restart = await portal.kill()
      await restart()
      await page.goto(report + '/import')
      await page
        .getByRole('row')
        .filter({ hasText: 'right.xlsx' })
        .getByRole('link', { name: said.history.open })
        .click()
      await expect(page).toHaveURL(address)
      expect(await figureOf(portal, city, 'pledge_amount')).toBe(before)
      await page.getByRole('button', { name: said.deeds.commit('2') }).click()
      await expect(page.getByText(said.history.committed('1', '1')).first()).toBeVisible()
      expect(Number(await figureOf(portal, city, 'pledge_amount'))).toBe(43210.5)
    })

    await test.step('its history says from which cell of which file', async () => {
      await page.goto(report)
      const origin = page.getByRole('link', { name: /right\.xlsx/, includeHidden: true })
      await expect(origin).toHaveText(said.origin('right.xlsx', workbook.sheet.figures, pledge))
      const answer = await page.request.get((await origin.getAttribute('href')) ?? '')
      expect((await answer.body()).equals(right)).toBe(true)
    })

    await test.step('a workbook of another period is refused, in words', async () => {
      await page.goto(`/cities/${city}/reports/2022Q2`)
      const older = await downloaded(page, workbook.download)
      await page.goto(`${report}/import`)
      await upload(page, said.drop.label, 'older.xlsx', older)
      const sentence = refusalSentence(locale, {
        code: 'periodOther',
        detail: { period: '2022Q2', expected: '2022Q3' },
      })
      await expect(page.getByRole('alert').getByText(sentence)).toBeVisible()
      await page.reload()
      await expect(page.getByRole('row').filter({ hasText: 'older.xlsx' })).toContainText(
        said.history.refused,
      )
    })

    await test.step('a file as large as the page says arrives whole and is read; one byte more is refused with the same limit', async () => {
      await expect(page.getByText(said.drop.hint(formatBytes(LARGEST_IMPORT)))).toBeVisible()
      const table = '指标,本期数\n知识产权质押融资项目数,77\n'
      const filler = `,,${'x'.repeat(30_000)}\n`.repeat(400)
      const largest = Buffer.from(`${table}${filler}`).subarray(0, LARGEST_IMPORT)
      expect(largest.length).toBe(LARGEST_IMPORT)
      await upload(page, said.drop.label, 'largest.csv', largest)
      await expect(page).toHaveURL(/proposal=/)
      await expect(page.getByRole('row').filter({ hasText: '77' }).first()).toBeVisible()
      const larger = Buffer.concat([largest, Buffer.from('x')])
      await upload(page, said.drop.label, 'larger.csv', larger)
      const detail = { got: String(larger.length), limit: String(LARGEST_IMPORT) }
      await expect(page.getByText(refusalSentence(locale, { code: 'importTooLarge', detail }))).toBeVisible()
    })
  })
}
