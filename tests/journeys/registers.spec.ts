import type { Locator, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { expect, test } from '../support/portal'

const CODE = '91350100M000100Y43'
const OTHER_CODE = '91330100799655058B'
const address = (city: string) => `/cities/${city}/reports/2022Q3/registers/custody_smes`

/** The rows of the grid, the empty one at its end included. */
const rowAt = (page: Page, at: number): Locator => page.locator('tr[data-row]').nth(at)
const field = (row: Locator, name: string): Locator => row.locator(`[data-field=${name}]`)

async function fillRow(row: Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await field(row, name).fill(text)
  // A row is saved when it is left.
  await row.page().getByRole('heading', { level: 1 }).click()
}

for (const [locale, person, city] of [
  ['zh-CN', 'linjiang', '910100'],
  ['en', 'wanghai', '910200'],
] as const) {
  test(`rows are added, edited, pasted, removed and put back, and the number follows (${locale})`, async ({
    page,
    portal,
  }) => {
    const { register: said, registerDeeds: deeds } = words(locale)
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
      await expect(field(row, 'creditCode')).toHaveAttribute('aria-invalid', 'true')
      await expectCounted(1)
      await fillRow(row, { creditCode: CODE })
      await expect(row).toContainText(deeds.save.saved)
      await expect(row).toContainText(said.counts.repeat)
      await expectCounted(1)
      await fillRow(row, { creditCode: OTHER_CODE })
      await expect(row).not.toContainText(said.counts.repeat)
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
      await page.getByRole('button', { name: said.grid.removeRow('丁'), exact: true }).click()
      await expectCounted(4)
      await expect(page.getByText(deeds.takenOut.one('丁'))).toBeVisible()
      await page.getByText(deeds.takenOut.title('1'), { exact: true }).click()
      await page.getByRole('button', { name: said.grid.putBackRow('丁'), exact: true }).click()
      await expectCounted(5)
      await page.getByRole('button', { name: said.grid.removeRow('戊'), exact: true }).click()
      await expectCounted(4)
    })

    await test.step('and all of it is there when the page is opened again, and on the report', async () => {
      await page.reload()
      await expectCounted(4)
      await expect(field(rowAt(page, 0), 'name')).toHaveValue('甲精密机械有限公司')
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
