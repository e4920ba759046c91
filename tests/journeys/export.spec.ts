import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { formatWithUnit, words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { indicators, isNumeric, type Indicator } from '@/lib/notice'
import { readCsv } from '../documents/read-csv'
import { expect, test } from '../support/portal'
import { openedByLibreOffice, soffice, withLibreOffice } from '../support/libreoffice'
import { readWorkbook, unzip, values } from '../support/read-workbook'
import { saidOtherwise } from '../support/said-alike'

/** Of each verdict: city, result, the word, and the sentence that says how much there is and how much is required. */
type Judged = readonly [city: string, indicator: string, word: string, sentence: string]

for (const locale of ['zh-CN', 'en'] as const) {
  test(`the matrix as a file says what the dashboard says, filtered and sorted like it (${locale})`, async ({
    page,
    portal,
  }) => {
    const { dashboard: said, export: files } = words(locale)
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.signIn(page, 'cnipa')
    for (const asked of [
      '',
      '?asOf=2022Q2&columns=all',
      '?asOf=2022Q2&verdict=behindPace&sort=pledge_amount',
    ]) {
      await page.goto(`/dashboard${asked}`)
      const shown = await matrixOf(page)
      expect(shown.length, asked).toBeGreaterThan(10)

      const csv = readCsv(await download(page, 'csv'))
      const [heads = [], ...rows] = csv
      const cell = (row: readonly string[], head: string) => row[heads.indexOf(head)] ?? ''
      const judged = rows
        .filter((row) => cell(row, files.head.reference) === files.no)
        .map((row): Judged => {
          const code = cell(row, files.head.indicatorCode)
          const result = indicatorOf(code)
          const number = (head: string) => formatWithUnit(locale, cell(row, head), result.unit)
          const { actual, required, reason } = files.head
          const sentence =
            cell(row, actual) === '' || cell(row, required) === ''
              ? cell(row, reason)
              : said.figureOf(number(actual), number(required))
          return [
            cell(row, files.head.cityCode),
            code,
            cell(row, files.head.verdict),
            isNumeric(result) ? sentence : '',
          ]
        })
      expect(judged, asked).toEqual(shown)

      const { sheets } = await readWorkbook(await download(page, 'xlsx'))
      const data = values(sheets.find(({ name }) => name === files.sheet.data))
      // Moments are texts in one and dates in the other.
      const upTo = heads.indexOf(files.head.acceptedAt)
      const same = (table: readonly (readonly string[])[]) => table.map((row) => row.slice(0, upTo))
      expect(same(data), asked).toEqual(same(csv))
    }
  })
}

/** Every kind of document, and every kind of workbook that a page gives out: who takes it, and where. */
const PAPERS = {
  quarter: ['cnipa', '/cities/910100/export/paper?period=2022Q2'],
  base: ['cnipa', '/cities/910100/export/paper?period=2019'],
  national: ['cnipa', '/dashboard/export/paper?asOf=2022Q2'],
  receipt: ['cnipa', '/cities/910100/reports/2022Q2/receipt/paper?'],
  notice: ['cnipa', '/cities/910300/restatements/1/paper?'],
  report: ['cnipa', '/cities/910100/evaluations/midTerm-1/1/paper?kind=report'],
  sheet: ['cnipa', '/cities/910100/evaluations/midTerm-1/1/paper?kind=sheet'],
  statement: ['cnipa', '/cities/910100/evaluations/midTerm-1/1/paper?kind=statement'],
  letter: ['finance', '/cities/910300/instalment/1/paper?'],
} as const
const WORKBOOKS = {
  city: ['cnipa', '/cities/910100/export/assessment?asOf=2022Q2'],
  matrix: ['cnipa', '/dashboard/export?asOf=2022Q2'],
  report: ['cnipa', '/cities/910100/export?period=2022Q2'],
  quality: ['cnipa', '/quality/export?'],
  explore: ['cnipa', '/explore/export?'],
  queue: ['cnipa', '/review/export?'],
  plan: ['cnipa', '/cities/910100/plan/export?version=1'],
  funds: ['finance', '/cities/910100/funds/export?'],
  period: ['linjiang', '/cities/910100/reports/2022Q3/workbook?'],
  register: ['linjiang', '/cities/910100/reports/2022Q2/registers/custody_smes/export?'],
} as const

test(
  withLibreOffice('every document and workbook opens in LibreOffice and says there what it says here'),
  async ({ page, portal }) => {
    test.skip(soffice === null)
    test.setTimeout(300_000)
    const files = new Map<string, Buffer>()
    for (const person of ['cnipa', 'finance', 'linjiang']) {
      await portal.enter(page, person)
      const take = async (name: string, path: string) => {
        const answer = await page.request.get(path, { timeout: 60_000 })
        expect(answer.status(), path).toBe(200)
        files.set(name, await answer.body())
      }
      for (const [name, [who, path]] of Object.entries(PAPERS))
        if (who === person)
          for (const format of ['pdf', 'docx'])
            await take(`${name}.${format}`, `${path}&language=zh-CN&format=${format}`)
      for (const [name, [who, path]] of Object.entries(WORKBOOKS))
        if (who === person) await take(`${name}.xlsx`, `${path}&format=xlsx`)
    }
    // Of the base year each quarter is a figure, and none of them blank.
    const base = (await printedText(files.get('base.pdf') ?? new Uint8Array())).text.replace(/\s+/g, ' ')
    expect(base).toMatch(/知识产权质押融资金额 万元 20,000 25,000 25,000 30,000/)
    expect(base).not.toContain('未填')
    const { workbooks, prints } = openedByLibreOffice(files)
    for (const [name, opened] of workbooks) {
      const book = await readWorkbook(files.get(name) ?? new Uint8Array())
      expect([...opened.keys()].sort(), name).toEqual(book.sheets.map((sheet) => sheet.name).sort())
      expect(saidOtherwise(book, opened).otherwise, name).toEqual([])
    }
    for (const [name, print] of prints) {
      const [ours, theirs] = await Promise.all([
        printedText(files.get(name.replace('docx', 'pdf')) ?? new Uint8Array()),
        printedText(print),
      ])
      // Shorter ones are pages, which each program counts by itself; those within a code or a key are broken as columns need.
      const numbers = (text: string) => [...new Set(text.match(/(?<![\w-])\d[\d,.]{2,}(?![\w-])/g))]
      const inFile = (await unzip(files.get(name) ?? Buffer.of())).get('word/document.xml') ?? ''
      const written = numbers(inFile.replace(/<\/w:p>/g, ' ').replace(/<[^>]*>/g, ''))
      expect(written.length, name).toBeGreaterThan(3)
      for (const [where, { text }] of Object.entries({ ours, theirs }))
        expect(
          written.filter((number) => !text.includes(number)),
          `${name}, ${where}`,
        ).toEqual([])
      expect(Math.abs(ours.pages - theirs.pages), name).toBeLessThanOrEqual(Math.max(2, ours.pages / 4))
    }
  },
)

/** What stands on the pages of a PDF between its heads and feet, and how many there are. */
async function printedText(pdf: Uint8Array): Promise<{ readonly text: string; readonly pages: number }> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text, totalPages } = await extractText(document, { mergePages: true })
  return { text: text.normalize('NFKC'), pages: totalPages }
}

test('a report as documents: in both languages as PDF and Word, and a number in it leads to where it comes from', async ({
  page,
  portal,
}) => {
  // Six documents are set, and three packs.
  test.setTimeout(300_000)
  await portal.enter(page, 'cnipa')
  await page.goto('/cities/910100?asOf=2022Q2')
  await page.getByLabel(words('zh-CN').papers.language).selectOption('both')
  const printed = async (label: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  const pdf = await printed(words('zh-CN').papers.download.pdf)
  expect(pdf.name).toBe('城绩-临江市-2022年第二季度-绩效报告.pdf')
  const document = await getDocumentProxy(new Uint8Array(pdf.bytes))
  const text = (await extractText(document, { mergePages: true })).text.replace(/\s+/g, ' ')
  for (const said of ['临江市知识产权运营服务体系建设', 'Quarterly performance report of Linjiang', '66,157'])
    expect(text).toContain(said)
  expect(text).toContain('910100-2022Q2-1-pledge_amount')

  const word = await printed(words('zh-CN').papers.download.docx)
  expect(word.name).toBe('城绩-临江市-2022年第二季度-绩效报告.docx')
  const parts = await unzip(word.bytes)
  const address = /Target="([^"]+2022Q2-1-pledge_amount)"/.exec(
    parts.get('word/_rels/document.xml.rels') ?? '',
  )
  await page.goto(address?.[1] ?? '/')
  await expect(page.getByRole('row', { name: /66,157.*周文静.*填报\.xlsx，指标 G13/ })).toBeVisible()

  const national = await page.request.get('/dashboard/export/paper?asOf=2022Q2&language=zh-CN&format=pdf')
  const summary = await getDocumentProxy(new Uint8Array(await national.body()))
  const all = (await extractText(summary, { mergePages: true })).text.replace(/\s+/g, ' ')
  for (const said of ['重点城市绩效汇总', '各指标评判的城市数', '119,082', '没有数字的城市'])
    expect(all).toContain(said)

  // What was sealed, for the city itself; a number of it leads to where it comes from.
  await portal.enter(page, 'linjiang')
  await page.goto('/cities/910100/evaluations/midTerm-1/1')
  await page.getByLabel(words('zh-CN').papers.language).selectOption('en')
  const report = await printed(words('zh-CN').papers.download.docx)
  expect(report.name).toBe('城绩-临江市-中期1-第1版-评价报告.docx')
  const leads = (await unzip(report.bytes)).get('word/_rels/document.xml.rels') ?? ''
  for (const reference of ['2019-1-pledge_amount', '2022Q2-1-pledge_amount']) {
    const found = new RegExp(`Target="([^"]+/trace/${reference})"`).exec(leads)?.[1] ?? '/none'
    expect((await page.request.get(found)).status()).toBe(200)
  }
  // From the number to the file that it came in, and there to the very cell.
  await page.goto('/cities/910100/trace/2022Q2-1-pledge_amount')
  const [original] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '填报.xlsx，指标 G13' }).click(),
  ])
  const { sheets } = await readWorkbook(readFileSync(await original.path()))
  const figures = sheets.find(({ name }) => name === '指标')
  expect(figures?.rows.flat().find(({ at }) => at === 'G13')?.value).toBe('66157')
  await portal.enter(page, 'cnipa')

  // The pack is the same bytes whenever it is asked for as known on one moment, and checks without the portal.
  const pack = async (asked = 'period=2022Q2') =>
    (await page.request.get(`/cities/910100/export/pack?${asked}`)).body()
  // Early: few documents stand for all, which are in today's.
  const past = 'period=2020Q1&known=2020-11-01'
  const [one, again] = [await pack(past), await pack(past)]
  expect(one.equals(again)).toBe(true)
  const file = test.info().outputPath('pack.zip')
  // What a stranger compares the signature with: the key that the portal shows without signing in.
  const [, key = ''] = />([\w-]{43})</.exec(await (await page.request.get('/verify')).text()) ?? []
  const verified = (bytes: Buffer) => {
    writeFileSync(file, bytes)
    const command = ['--import', 'tsx', 'lib/commands/verify.ts', file, '--key', key]
    return spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    })
  }
  const { status, stdout, stderr } = verified(one)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('证据包 · 城市 910100 · 截至 2020Q1')
  const today = await pack()
  const now = verified(today)
  const papers = [...(await unzip(today)).keys()].filter((name) => name.startsWith('documents/'))
  for (const name of ['receipt-2019-1', 'report-2019', 'report-2021Q4'])
    expect(papers).toContain(`documents/${name}.pdf`)
  for (const name of ['evaluation', 'score-sheet', 'self-evaluation'])
    expect(papers).toContain(`documents/${name}-midTerm-1-1.pdf`)
  expect({ status: now.status, stderr: now.stderr }).toEqual({ status: 0, stderr: '' })
  for (const said of [
    '签封的评价 · 城市 910100',
    '19 项评判逐项重算',
    '资金 · 城市 910100 · 拨付',
    `${key}，与所给的平台密钥相同`,
  ])
    expect(now.stdout).toContain(said)
  const at = Math.floor(one.length / 3)
  one[at] = (one[at] ?? 0) ^ 1
  expect(verified(one).status).toBe(1)
})

function indicatorOf(code: string): Indicator {
  const found = indicators.find((each) => each.code === code)
  if (found === undefined) throw new Error(`no result ${code}`)
  return found
}

/** The verdicts of the cities, row by row, as they are shown. */
async function matrixOf(page: Page): Promise<Judged[]> {
  const cells = await page.locator('tbody td > a[href*="/cities/"]').evaluateAll((links) =>
    links.map((link) => {
      const small = link.querySelector('small')?.textContent ?? ''
      const word = link.textContent.slice(0, link.textContent.length - small.length)
      return { href: link.getAttribute('href') ?? '', word, title: link.getAttribute('title') ?? '' }
    }),
  )
  return cells.map(({ href, word, title }): Judged => {
    const [, city = '', indicator = ''] = /\/cities\/(\d+).*#(.+)$/.exec(href) ?? []
    // What only people can judge has no numbers, and the same sentence everywhere.
    return [city, indicator, word.trim(), isNumeric(indicatorOf(indicator)) ? title : '']
  })
}

async function download(page: Page, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`a[href*="/dashboard/export"][href*="format=${format}"]`).first().click(),
  ])
  return readFileSync(await file.path())
}

test('reports of several cities are made in the background: asked for, waited for, told of, fetched, for that person alone', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN').exports
  await portal.enter(page, 'cnipa')
  await page.goto('/dashboard?asOf=2022Q2&verdict=met')
  await page.getByRole('link', { name: said.toBackground }).first().click()
  await expect(page.getByText(said.viewKept)).toBeVisible()
  await page.getByRole('link', { name: said.kinds.cityReports }).click()
  await page.getByLabel(said.quarter).selectOption('2022Q2')
  await page.getByText(said.cities, { exact: true }).click()
  await page.locator('input[name=city][value="910100"]').check()
  await page.locator('input[name=city][value="910300"]').check()
  await page.getByRole('button', { name: said.ask }).click()
  // The page follows by itself until the file is there.
  const link = page.getByRole('link', { name: said.download }).first()
  await expect(link).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('status').filter({ hasText: said.spoken('0', '1') })).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  const names = [...(await unzip(readFileSync(await file.path()))).keys()]
  expect(names.map((name) => name.slice(0, 6))).toEqual([said.contents.file.slice(0, 6), '910100', '910300'])
  const address = (await link.getAttribute('href')) ?? ''
  await page.goto('/messages')
  await expect(page.getByText(said.kinds.cityReports).first()).toBeVisible()
  // The message leads to the one it tells of, marked; to anybody else it says whose it is.
  const leads = (await page.locator('a[href*="/exports?of="]').first().getAttribute('href')) ?? ''
  await page.goto(leads)
  await expect(page.locator('[aria-current=true]')).toContainText(said.kinds.cityReports)
  await portal.enter(page, 'donghai')
  expect((await page.request.get(address)).status()).toBe(404)
  // Whoever opens the link gets a page, which says no more of another's export than of none.
  const opened = async (link: string) => [
    (await page.goto(link))?.status(),
    // The page leads back to the very address when the language is switched.
    (await page.content()).replaceAll(link, ''),
  ]
  const theirs = await opened(address)
  await expect(page.getByRole('heading', { name: words('zh-CN').common.notFound.title })).toBeVisible()
  expect(theirs[0]).toBe(404)
  expect(await opened('/exports/file?id=00000000-0000-4000-8000-000000000000')).toEqual(theirs)
  await page.goto(leads)
  await expect(page.getByText(said.elsewhere)).toBeVisible()
  await portal.enter(page, 'cnipa')
  // On a telephone the download lies within the page. Once it has expired, the way to it says so, and what to do.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/exports')
  const box = await link.boundingBox()
  expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThan(390)
  await portal.query(`UPDATE export_request SET expires_at = asked_at WHERE expires_at IS NOT NULL`)
  await page.goto(address)
  await expect(page.locator('main').getByRole('alert')).toContainText(said.notFetched)
  await expect(page.locator('main').getByRole('alert')).toContainText(
    refusalSentence('zh-CN', { code: 'exportGone', detail: {} }),
  )
})

test('an export of one’s own: chosen, looked at, kept under a name, changed, made, and shared by its address', async ({
  page,
  portal,
}) => {
  const { custom: own, exports: said, explore } = words('zh-CN')
  await portal.enter(page, 'cnipa')
  await page.goto('/exports/custom?city=910100&city=920200&from=2022Q1&to=2022Q2')
  await page.getByText(own.chooseMore).click()
  await page.getByLabel(explore.measures.yearOnYear).check()
  await page.getByRole('button', { name: own.preview }).click()
  const head = `${explore.measures.yearOnYear}${own.unitOf.yearOnYear}`
  await expect(page.getByRole('columnheader', { name: head })).toBeVisible()
  const first = (await page.locator('tbody tr').first().locator('td').allTextContents())[0] ?? ''
  await page.getByLabel(own.name).fill('季度质押')
  await page.getByRole('combobox', { name: own.cadence }).selectOption('monthly')
  await page.getByRole('button', { name: own.keep, exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '季度质押' })).toContainText(own.next(''))
  await page.getByRole('link', { name: '季度质押' }).click()
  await expect(page.getByRole('combobox', { name: own.cadence })).toHaveValue('monthly')
  // What is chosen counts, looked at or not.
  await page.getByLabel(said.format).selectOption('csv')
  await page.getByLabel(own.name).fill('两市质押')
  await page.getByRole('button', { name: own.change }).click()
  await expect(page.getByRole('link', { name: '两市质押' })).toHaveAttribute('href', /format=csv/)
  const shared = page.url()
  await page.getByRole('button', { name: own.stopOf('两市质押') }).click()
  await expect(page.getByText(own.changed)).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: '两市质押' })).toContainText(own.cadences.none)
  await page.getByRole('button', { name: own.run, exact: true }).click()
  const link = page.getByRole('link', { name: `${own.title}.csv` })
  await expect(link).toBeVisible({ timeout: 30_000 })
  // Several of one's own are told apart by their names.
  await expect(page.getByRole('rowheader', { name: '两市质押' })).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  const rows = readCsv(readFileSync(await file.path()))
  expect(rows[0]).toContain(head)
  expect(rows[1]?.[0]).toBe(first)
  // The same address shows another reader no more than that reader's cities.
  await portal.enter(page, 'donghai')
  await page.goto(shared)
  await expect(page.locator('tbody tr').first()).toContainText('910100')
  await expect(page.locator('tbody')).not.toContainText('920200')
})
