import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { madeUpRow } from '../support/many-rows'
import { expect, test } from '../support/portal'
import { cell, fillRow, rowAt } from '../support/register-form'

const CODE = '91350100M000100Y43'
const OTHER_CODE = '91330100799655058B'
const address = (city: string) => `/cities/${city}/reports/2022Q3/registers/custody_smes`

/** What is said at length about the row where the person is. */
const panel = (page: Page, locale: Locale): Locator =>
  page.getByRole('region', { name: words(locale).registerGrid.panel.label })

for (const [locale, person, city] of [
  ['zh-CN', 'linjiang', '910100'],
  ['en', 'wanghai', '910200'],
] as const) {
  test(`rows are added, edited, pasted, removed and put back, and the number follows (${locale})`, async ({
    page,
    portal,
  }) => {
    const { register: said, registerDeeds: deeds, registerGrid: grid } = words(locale)
    const figure = async (label: string): Promise<number> => {
      const shown = page.getByText(label, { exact: true }).locator('xpath=following-sibling::p[1]')
      return Number((await shown.innerText()).replace(/[^\d]/g, ''))
    }
    /** What is counted in all, and what of it is new. */
    const counted = async () => [await figure(said.figures.total), await figure(said.figures.fresh)]
    const stored = () =>
      portal.query<{ name: string; removed: boolean }>(
        `SELECT name, removed FROM register_row
         WHERE city = $1 AND period = '2022Q3' AND indicator = 'custody_smes' ORDER BY name`,
        [city],
      )
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.signIn(page, person)
    await page.goto(address(city))
    const [before = 0] = await counted()
    const expectCounted = (fresh: number) => expect.poll(counted).toEqual([before + fresh, fresh])
    expect(before).toBeGreaterThan(0)
    await expectCounted(0)

    await test.step('added', async () => {
      const row = rowAt(page, 0)
      await fillRow(row, { name: '甲', creditCode: CODE, countedOn: '2022-08-01', evidence: '协议一' })
      await expect(row).toContainText(deeds.save.saved)
      await expectCounted(1)
    })

    await test.step('edited, and not counted twice', async () => {
      const row = rowAt(page, 0)
      await fillRow(row, { name: '甲精密机械有限公司' })
      await expect(row).toContainText(deeds.save.saved)
      await expectCounted(1)
      expect(await stored()).toEqual([{ name: '甲精密机械有限公司', removed: false }])
    })

    await test.step('what is wrong stays, is not saved and not counted', async () => {
      const row = rowAt(page, 1)
      await fillRow(row, {
        name: '乙',
        creditCode: `${CODE.slice(0, -1)}4`,
        countedOn: '2022-08-02',
        evidence: '协议二',
      })
      await expect(row).toContainText(deeds.save.refused)
      await expect(cell(row, 'creditCode')).toHaveAttribute('aria-invalid', 'true')
      await cell(row, 'creditCode').click()
      await expect(cell(row, 'creditCode').locator('input')).toHaveAccessibleDescription(/./)
      await expectCounted(1)
      await fillRow(row, { creditCode: CODE })
      await expect(row).toContainText(deeds.save.saved)
      await expect(row).toContainText(grid.finding.repeat)
      await expect(panel(page, locale)).toContainText(said.counts.repeat)
      await expectCounted(1)
      await fillRow(row, { creditCode: OTHER_CODE })
      await expect(row).not.toContainText(grid.finding.repeat)
      await expectCounted(2)
    })

    await test.step('pasted, with heads and a total', async () => {
      await page.getByText(deeds.paste.title, { exact: true }).click()
      await page
        .getByLabel(deeds.paste.box, { exact: true })
        .fill(
          [
            '企业名称\t签订日期\t无统一社会信用代码的原因\t佐证材料',
            ...['丙', '丁', '戊'].map((name) => `${name}\t2022/9/1\t正在办理登记，尚无代码\t协议`),
            '合计\t3\t\t',
          ].join('\n'),
        )
      await page.getByRole('button', { name: deeds.paste.read, exact: true }).click()
      await expectCounted(2)
      await page.getByRole('button', { name: deeds.paste.commit('3'), exact: true }).click()
      await expectCounted(5)
      await expect(page.getByRole('status').filter({ hasText: deeds.save.all })).toBeVisible()
    })

    await test.step('removed, and put back', async () => {
      await cell(rowAt(page, 3), 'name').click()
      await page.getByRole('button', { name: said.grid.removeRow('丁'), exact: true }).click()
      await expectCounted(4)
      await expect(page.getByText(deeds.takenOut.one('丁'))).toBeVisible()
      await page.getByText(deeds.takenOut.title('1'), { exact: true }).click()
      await page.getByRole('button', { name: said.grid.putBackRow('丁'), exact: true }).click()
      await expectCounted(5)
      await cell(page.getByRole('row', { name: '戊' }), 'name').click()
      await page.getByRole('button', { name: said.grid.removeRow('戊'), exact: true }).click()
      await expectCounted(4)
    })

    await test.step('and all of it is there when the page is opened again, and on the report', async () => {
      await page.reload()
      await expectCounted(4)
      await expect(cell(rowAt(page, 0), 'name').locator('input')).toHaveValue('甲精密机械有限公司')
      expect(await stored()).toEqual([
        { name: '丁', removed: false },
        { name: '丙', removed: false },
        { name: '乙', removed: false },
        { name: '戊', removed: true },
        { name: '甲精密机械有限公司', removed: false },
      ])
      await page.goto(address(city).replace(/\/registers.*/, ''))
      await expect(page.locator('li:has(#cell-custody_smes)')).toContainText(
        new Intl.NumberFormat('en').format(before + 4),
      )
    })
  })
}

test('that there is nothing new is declared, and a row takes the declaration back', async ({
  page,
  portal,
}) => {
  const { register: said, registerDeeds: deeds } = words('zh-CN')
  await portal.signIn(page, 'qinglan')
  await page.goto(address('910300'))
  await page.getByRole('button', { name: said.none.declare, exact: true }).click()
  await expect(page.getByText(said.none.declared)).toBeVisible()
  await fillRow(rowAt(page, 0), { name: '甲', creditCode: CODE, countedOn: '2022-08-01', evidence: '协议一' })
  await expect(rowAt(page, 0)).toContainText(deeds.save.saved)
  await expect(page.getByText(said.none.declared)).toBeHidden()
  const cells = await portal.query(
    `SELECT state FROM report_cell WHERE city = '910300' AND period = '2022Q3' AND indicator = 'custody_smes' AND state <> 'blank'`,
  )
  expect(cells).toEqual([])
})

for (const [locale, person, city] of [
  ['zh-CN', 'linjiang', '910100'],
  ['en', 'wanghai', '910200'],
] as const) {
  test(`a thousand pasted rows are found again, entered, gone through by key, filtered, sorted, taken back (${locale})`, async ({
    page,
    portal,
  }) => {
    test.setTimeout(240_000)
    const { register: said, registerDeeds: deeds, registerGrid: grid } = words(locale)
    const { head } = words(locale).registerColumns
    const MANY = 1000
    const pasted = ['企业名称\t统一社会信用代码\t计入日期\t佐证材料']
    for (let i = 0; i < MANY; i++) {
      const { name, creditCode } = madeUpRow(i)
      const code = i === 7 ? creditCode.replace('0', 'O') : creditCode
      pasted.push([name, code, `2022/9/${(i % 28) + 1}`, i === 3 ? '=HYPERLINK("x")' : ''].join('\t'))
    }
    const number = new Intl.NumberFormat('en')
    const table = page.getByRole('grid')
    const here = table.locator('input:focus')
    const status = (text: string) => page.getByRole('status').filter({ hasText: text })
    const standing = async () =>
      (
        await portal.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM register_row
           WHERE city = $1 AND period = '2022Q3' AND indicator = 'custody_smes' AND NOT removed`,
          [city],
        )
      )[0]?.n
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await portal.signIn(page, person)
    await page.goto(address(city))
    const before = (await standing()) ?? 0

    await test.step('the proposal says how it was read and what is wrong, and is found again', async () => {
      await page.getByText(deeds.paste.title, { exact: true }).click()
      await page.getByLabel(deeds.paste.box, { exact: true }).fill(pasted.join('\n'))
      await page.getByRole('button', { name: deeds.paste.read, exact: true }).click()
      await expect(page.getByText(grid.paste.kept)).toBeVisible()
      await page.goto(`/cities/${city}/reports/2022Q3`)
      await page.goto(address(city))
      await expect(page.getByText(deeds.paste.byHeads)).toBeVisible()
      await expect(page.getByText(deeds.paste.wrong('1'))).toBeVisible()
      expect(await standing()).toBe(before)
    })

    await test.step('it is entered a few rows at a time, also when the page is left meanwhile', async () => {
      await page.getByRole('button', { name: deeds.paste.commit(number.format(MANY)), exact: true }).click()
      await expect(page.getByRole('progressbar')).toBeVisible()
      await page.reload()
      await expect(page.getByText(deeds.paste.done(number.format(MANY)))).toBeVisible({ timeout: 60_000 })
      expect(await standing()).toBe(before + MANY - 1)
      await expect(table).toHaveAttribute('aria-rowcount', String(before + MANY + 2))
      expect(await table.locator('tr[data-row]').count()).toBeLessThan(60)
    })

    await test.step('keys go through all of it', async () => {
      await table.locator('[data-column="0"]').first().click()
      await page.keyboard.press('ControlOrMeta+End')
      await expect(here).toHaveAccessibleName(said.grid.newCell(head.note))
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowDown')
      await expect(here).toHaveAccessibleName(said.grid.newCell(head.note))
      await page.keyboard.press('ControlOrMeta+Home')
      await expect(here).toHaveAccessibleName(said.grid.cell(head.name.enterprises, '1'))
      await page.keyboard.press('End')
      await page.keyboard.type('备')
      await page.keyboard.press('Escape')
      await expect(here).toHaveValue('')
      await page.keyboard.press('F2')
      await page.keyboard.type('备注一')
      await page.keyboard.press('Enter')
      await expect(here).toHaveAccessibleName(said.grid.cell(head.note, '2'))
      await page.keyboard.press('ControlOrMeta+z')
      await expect(here).toHaveAccessibleName(said.grid.cell(head.note, '1'))
      await expect(here).toHaveValue('')
      await page.keyboard.press('Tab')
      await expect(here).toHaveCount(0)
    })

    await test.step('the wrong code is found by its state, explained and corrected', async () => {
      await page.getByLabel(grid.view.state, { exact: true }).selectOption('attention')
      await expect(status(grid.view.shown('1', number.format(before + MANY)))).toBeVisible()
      const row = table.locator('tr[data-row]').first()
      await cell(row, 'creditCode').click()
      await panel(page, locale)
        .getByRole('button', { name: said.grid.useSuggestion(madeUpRow(7).creditCode) })
        .click()
      await expect(row).toContainText(deeds.save.saved)
      await panel(page, locale).getByRole('button', { name: grid.panel.history }).click()
      await expect(page.getByRole('table', { name: grid.history.title(madeUpRow(7).name) })).toContainText(
        grid.history.added,
      )
    })

    await test.step('what is shown is sorted, and exported without a formula', async () => {
      await page.getByRole('button', { name: grid.view.clear, exact: true }).click()
      await page.getByLabel(grid.view.text, { exact: true }).fill('临江')
      await page
        .getByLabel(grid.view.sort, { exact: true })
        .selectOption({ label: grid.view.descending(head.countedOn) })
      await expect(table.locator('th[aria-sort=descending]')).toContainText(head.countedOn)
      await expect(cell(table.locator('tr[data-row]').first(), 'countedOn')).toHaveText('2022-09-25')
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'CSV', exact: true }).click(),
      ])
      const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
      expect(lines.length).toBeGreaterThan(MANY / 4)
      expect(lines.slice(1).every((line) => line.includes('临江'))).toBe(true)
      await page.getByLabel(grid.view.text, { exact: true }).fill(madeUpRow(3).name)
      const answer = await page.request.get(
        `${address(city)}/export?format=csv&text=${encodeURIComponent(madeUpRow(3).name)}`,
      )
      expect(await answer.text()).toContain(`'=HYPERLINK`)
      await page.getByRole('button', { name: grid.view.clear, exact: true }).click()
    })

    await test.step('on paper stand all rows', async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      await expect(table.locator('tr[data-row]')).toHaveCount(before + MANY + 1)
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      await expect(table.locator('tr[data-row]')).not.toHaveCount(before + MANY + 1)
    })

    await test.step('rows that do not follow their page are asked for again', async () => {
      const other = await page.context().newPage()
      const rows = `**${address(city)}/rows`
      await other.route(rows, (route) => route.abort())
      await other.goto(address(city))
      await expect(other.getByText(grid.toCome.failed(number.format(before + MANY)))).toBeVisible()
      await expect(rowAt(other, 0)).toBeVisible()
      await expect(other.getByRole('grid').locator('input')).toHaveCount(0)
      await other.unroute(rows)
      await other.getByRole('button', { name: deeds.save.retry, exact: true }).click()
      await expect(other.getByRole('grid')).toHaveAttribute('aria-rowcount', String(before + MANY + 2))
      await other.close()
    })

    await test.step('and the paste is taken back as one', async () => {
      await page.getByRole('button', { name: deeds.paste.undo, exact: true }).click()
      await expect.poll(standing, { timeout: 60_000 }).toBe(before)
      await expect(status(deeds.save.all)).toBeVisible()
    })
  })
}
