import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { expect, test } from '../support/portal'
import { pdf, png } from '../support/sample-files'

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const MIB = 1024 * 1024

// Two cities walk far, each with files of some size.
test.setTimeout(240_000)

for (const [locale, login, city] of [
  ['zh-CN', 'linjiang', '910100'],
  ['en', 'yunxi', '920100'],
] as const) {
  test(`${login}, in ${locale}, brings evidence through a cut and a reload, and finds it byte for byte`, async ({
    page,
    portal,
    context,
  }) => {
    const said = words(locale).evidence
    await portal.enter(page, login)
    await context.addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    const report = `/cities/${city}/reports/2022Q3`
    const contract = {
      name: '质押合同 (汇总).pdf',
      mimeType: 'application/pdf',
      buffer: pdf('contract', 5 * MIB),
    }
    const picture = { name: 'seal.png', mimeType: 'image/png', buffer: png(120, 60, [180, 30, 30]) }

    await page.goto(report)
    const panel = await openPanel(page, locale, 'pledge_amount')
    // The line is cut behind the second piece, and the page is loaded anew before it comes back.
    await page.route('**/pieces?at=2097152**', (route) => route.abort())
    await choose(panel, [contract])
    await expect(panel.getByText(said.phase.offline)).toBeVisible()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.unroute('**/pieces?at=2097152**')
    const sent: string[] = []
    page.on('request', (request) => {
      const at = /pieces\?at=(\d+)/.exec(request.url())?.[1]
      if (at !== undefined) sent.push(at)
    })
    const again = await openPanel(page, locale, 'pledge_amount')
    await choose(again, [contract, picture])
    await expect(markOf(page, locale, 'pledge_amount')).toHaveText(said.mark(2))
    expect(sent.map(Number).filter((at) => at > 0)).toEqual(
      [2, 3, 4, 5].map((piece) => piece * MIB).filter((at) => at < contract.buffer.length),
    )

    // What cannot be evidence says why; nothing of it stays.
    await choose(again, [
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ program') },
    ])
    await expect(again.getByText(locale === 'en' ? /is a program/ : /可执行程序/)).toBeVisible()
    await again.getByRole('button', { name: said.of(said.clear, 'scan.pdf') }).click()

    // Looked at right here.
    await again.getByRole('button', { name: said.previewOf(picture.name) }).click()
    const shown = again.getByRole('img', { name: picture.name })
    await expect(shown).toBeVisible()
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120)
    const viewed = page.waitForResponse((response) => response.url().endsWith('/view'))
    await again.getByRole('button', { name: said.previewOf(contract.name) }).click()
    const url = (await viewed).url()
    // The browser's viewer puts headers of its own in the place of ours; so it is asked for once more.
    const view = await page.request.get(url)
    expect(view.status()).toBe(200)
    expect(view.headers()['content-type']).toBe('application/pdf')
    expect(view.headers()['content-security-policy']).toContain("default-src 'none'")

    // The very bytes come back, under their name.
    const downloading = page.waitForEvent('download')
    await again.getByRole('link', { name: said.downloadOf(contract.name) }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(contract.name)
    expect(digestOf(readFileSync(await download.path()))).toBe(digestOf(contract.buffer))

    // One file behind a second figure, and out of the first.
    const other = await openPanel(page, locale, 'pledge_projects')
    await other.getByRole('button', { name: said.existing }).click()
    const list = other.getByLabel(said.existingLabel)
    const file = list.locator('option').filter({ hasText: contract.name })
    await list.selectOption((await file.getAttribute('value')) ?? '')
    await other.getByRole('button', { name: said.attach, exact: true }).click()
    await expect(markOf(page, locale, 'pledge_projects')).toHaveText(said.mark(1))
    await again.getByRole('button', { name: said.detachOf(contract.name) }).click()
    await expect(markOf(page, locale, 'pledge_amount')).toHaveText(said.mark(1))

    await page.goto(`${report}/check`)
    await expect(page.locator('#evidence')).toContainText(said.coverage(2, 19))

    // All of it is among the files of the city, and can be found.
    await page.goto(`/cities/${city}/evidence`)
    await page.getByLabel(said.search).fill(digestOf(contract.buffer).slice(0, 20))
    await page.getByRole('button', { name: words(locale).common.deeds.filter }).click()
    const line = page.getByRole('row').filter({ hasText: contract.name })
    await expect(line).toContainText(digestOf(contract.buffer))
    await expect(page.getByRole('row')).toHaveCount(2)

    // A neighbour finds nothing at the same address.
    const address = await line
      .getByRole('link', { name: said.downloadOf(contract.name) })
      .getAttribute('href')
    const stranger = await context.browser()?.newContext()
    if (stranger === undefined) throw new Error('no browser')
    const elsewhere = await stranger.newPage()
    await portal.enter(elsewhere, locale === 'en' ? 'linjiang' : 'yunxi')
    expect((await elsewhere.request.get(`${portal.url}${address ?? ''}`)).status()).toBe(404)
    await stranger.close()
  })
}

test('the files of the demonstration are seen by its city and by whoever reviews it', async ({
  page,
  portal,
}) => {
  const said = words('zh-CN').evidence
  await portal.enter(page, 'shiqiao')
  await page.goto('/cities/910471/evidence')
  const shared = page.getByRole('row').filter({ hasText: '质押登记清单' })
  for (const code of ['pledge_amount', 'pledge_projects'] as const)
    await expect(shared).toContainText(nameOf('zh-CN', code))

  await portal.enter(page, 'donghai')
  await page.goto('/review/910471/2022Q2')
  await expect(page.getByText(said.coverage(6, 19))).toBeVisible()
  const picture = '演示-认证证书扫描件-2022Q2.png'
  await page.getByRole('button', { name: said.previewOf(picture) }).click()
  const shown = page.getByRole('img', { name: picture })
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
})

const nameOf = (locale: Locale, code: IndicatorCode): string => indicator(code)[locale === 'en' ? 'en' : 'zh']

/** The mark beside a figure, whatever its count. */
function markOf(page: Page, locale: Locale, code: IndicatorCode): Locator {
  const [before = '', after = ''] = words(locale).evidence.markOf(nameOf(locale, code), 7).split('7')
  const escaped = [before, after].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return page.getByRole('button', { name: new RegExp(`^${escaped.join('\\d+')}$`) })
}

async function openPanel(page: Page, locale: Locale, code: IndicatorCode): Promise<Locator> {
  const mark = markOf(page, locale, code)
  await mark.click()
  return page.locator(`[id="${(await mark.getAttribute('aria-controls')) ?? ''}"]`)
}

const choose = (panel: Locator, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> =>
  panel.locator('input[type=file]').setInputFiles(files)
