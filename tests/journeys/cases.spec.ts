import type { Locator, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import type { Locale } from '@/lib/values'
import { expect, test } from '../support/portal'
import { fillRow } from '../support/register-form'

// In the demonstration three enterprises in custody service are claimed by both; the first case is decided.
const [CHANGHE, BAISHA] = ['920200', '920300']

/** The row of an enterprise, found by its code among all that a count has. */
async function rowOf(page: Page, locale: Locale, identity: string): Promise<Locator> {
  const { counts, common } = words(locale)
  await page.getByLabel(counts.filter.text).fill(identity)
  await page.getByRole('button', { name: common.deeds.filter, exact: true }).click()
  await page.waitForURL(`**?q=${identity}*`)
  await expect(page.locator('#entities tbody tr')).toHaveCount(1)
  return page.getByRole('row').filter({ hasText: identity })
}

for (const [locale, number, other, own] of [
  ['zh-CN', 2, '长河市', '白沙市'],
  ['en', 3, 'Changhe', 'Baisha'],
] as const) {
  test(`an enterprise that two cities claim is a case for reviewers and a number for each city (${locale})`, async ({
    page,
    portal,
  }) => {
    const { cases: said, counts, register } = words(locale)
    const [shared] = await portal.query<{ identity: string }>(
      'SELECT identity FROM duplicate_case WHERE number = $1',
      [number],
    )
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])

    await test.step('the city that enters it is told the number, and nothing of the other', async () => {
      await portal.signIn(page, 'baisha')
      await page.goto(`/cities/${BAISHA}/reports/2022Q3/registers/custody_smes`)
      const rows = page.locator('tr[data-row]')
      // The empty one is the last; once it is typed into, another follows it.
      await expect(rows.filter({ hasText: words(locale).registerGrid.newShort })).toHaveCount(1)
      const row = rows.nth((await rows.count()) - 1)
      const typed = { name: `甲${number}`, creditCode: shared?.identity ?? '', countedOn: '2022-08-01' }
      await fillRow(row, typed)
      await expect(page.getByText(register.counts.case(String(number)))).toBeVisible()
      await expect(page.locator('body')).not.toContainText(other)
    })

    await test.step('the reviewer sees both, asks, and decides', async () => {
      await portal.signIn(page, 'cnipa')
      await page.goto('/review')
      await page.getByRole('link', { name: said.link }).click()
      const panel = page.locator(`#case-${number}`)
      await expect(panel).toContainText(said.state.open)
      await expect(panel.getByRole('row')).toHaveCount(3)
      await panel.getByText(said.note.title).click()
      await panel.getByLabel(said.note.label).fill('已电话核实')
      await panel.getByRole('button', { name: said.note.send }).click()
      await expect(panel).toContainText('已电话核实')
      // Only the case that comes first stands open: one by name, since neither city gives a code.
      await expect(page.locator('#case-4')).toContainText(said.byName)
      await panel.getByText(said.decide.title, { exact: true }).click()
      await panel.getByLabel(said.decide.choose).selectOption(CHANGHE)
      await panel.getByLabel(said.decide.reason).fill('协议由该市签订')
      await panel.getByRole('button', { name: said.decide.send }).click()
      await expect(panel).toContainText(said.state.decided)
      await expect(panel).toContainText(said.decidedFor(other))
    })

    await test.step('the count opens its rows: here it counts no more, and the other city stays unnamed', async () => {
      await portal.signIn(page, 'baisha')
      await page.goto(`/cities/${BAISHA}#custody_smes`)
      await page.locator('#custody_smes').getByRole('link', { name: counts.open }).click()
      await page.waitForURL(`**/cities/${BAISHA}/counts/custody_smes`)
      const row = await rowOf(page, locale, shared?.identity ?? '')
      await expect(row).toContainText(counts.rows.case(String(number)))
      await expect(row).toContainText(counts.fate.elsewhere)
      await expect(page.locator('main')).not.toContainText(other)
      await page.goto('/review/cases')
      await expect(page.getByRole('heading', { level: 1 })).not.toContainText(said.title)
    })

    await test.step('where it counts, what was withdrawn and what has expired stand beside it', async () => {
      await portal.signIn(page, 'changhe')
      await page.goto(`/cities/${CHANGHE}/counts/custody_smes`)
      const row = await rowOf(page, locale, shared?.identity ?? '')
      await expect(row).toContainText(counts.fate.counts)
      await page.goto(`/cities/${CHANGHE}/counts/certified_entities`)
      await expect(page.getByText(counts.fate.withdrawn).first()).toBeVisible()
      await expect(page.getByText(counts.rows.validity.expired, { exact: true }).first()).toBeVisible()
      await expect(page.locator('main')).not.toContainText(own)
    })
  })
}
