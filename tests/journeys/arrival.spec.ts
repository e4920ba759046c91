import type { Locator, Page } from '@playwright/test'
import { hasArrived, openWithoutScripts } from '../support/held-scripts'
import { expect, test, type Portal } from '../support/portal'
import { box, mark, PERIOD, report } from '../support/report-form'

/** What a person does before the scripts of a page have arrived is not lost, and lands nowhere else. */
const CITY = '920100'

/** Every cell of the open quarter, as it is saved. */
async function saved(portal: Portal): Promise<Readonly<Record<string, string | null>>> {
  const cells = await portal.query<{ place: string; said: string | null }>(
    `SELECT indicator || '/' || part AS place, coalesce(trim_scale(value)::text, narrative) AS said
       FROM report_cell WHERE city = $1 AND period = $2`,
    [CITY, PERIOD],
  )
  return Object.fromEntries(cells.map((cell) => [cell.place, cell.said]))
}

const narrative = (page: Page): Locator => page.locator('textarea[data-spot]').first()
const narrativeMark = (page: Page): Locator =>
  page.locator('li:has(textarea[data-spot])').first().locator('[data-mark="saved"]')

test.describe('the form of a quarter', () => {
  test('figures: one that is finished, one that is gone on with as the scripts arrive', async ({
    page,
    portal,
  }) => {
    await portal.enter(page, 'yunxi')
    const before = await saved(portal)
    const arrive = await openWithoutScripts(page, report(CITY))
    const [finished, open] = [box(page, 'pledge_projects'), box(page, 'patent_contract_value')]
    await finished.click()
    await finished.selectText()
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    await expect(finished).not.toBeFocused()
    await open.click()
    await open.selectText()
    await page.keyboard.type('567')
    await page.keyboard.press('ArrowLeft')
    await arrive()
    await expect(open).toBeFocused()
    await expect(open).toHaveValue('567')
    await page.keyboard.type('0')
    await expect(open).toHaveValue('5607')
    await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible()
    await expect(finished).toHaveValue('1,234')
    await page.keyboard.press('Enter')
    await expect(mark(page, 'patent_contract_value', 'saved')).toBeVisible()
    const after = { ...before, 'pledge_projects/': '1234', 'patent_contract_value/': '5607' }
    expect(await saved(portal)).toEqual(after)

    await page.reload()
    await hasArrived(page)
    await expect(finished).toHaveValue('1,234')
    await expect(open).toHaveValue('5,607')
    await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible()
    await expect(mark(page, 'patent_contract_value', 'saved')).toBeVisible()
    expect(await saved(portal)).toEqual(after)
  })

  test('a narrative is gone on with where the caret stood, in the midst of a word of an input method', async ({
    page,
    portal,
  }) => {
    await portal.enter(page, 'yunxi')
    await page.goto(report(CITY))
    await hasArrived(page)
    await narrative(page).fill('上半句下半句')
    await page.keyboard.press('Tab')
    await expect(narrativeMark(page)).toBeVisible()
    const before = await saved(portal)

    const arrive = await openWithoutScripts(page, report(CITY))
    await narrative(page).click()
    await page.keyboard.press('Home')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.insertText('，')
    const method = await page.context().newCDPSession(page)
    await method.send('Input.imeSetComposition', { text: 'zhongjian', selectionStart: 9, selectionEnd: 9 })
    await arrive()
    await page.keyboard.insertText('中间')
    await page.keyboard.insertText('，')
    await expect(narrative(page)).toHaveValue('上半句，中间，下半句')
    await page.keyboard.press('Tab')
    await expect(narrativeMark(page)).toBeVisible()
    const changed = Object.entries(await saved(portal)).filter(([place, text]) => before[place] !== text)
    expect(changed.map(([, text]) => text)).toEqual(['上半句，中间，下半句'])
  })

  test('what stood in the boxes of a page that was left is not taken for typed when the page is opened again', async ({
    page,
    portal,
  }) => {
    await portal.enter(page, 'yunxi')
    const before = await saved(portal)
    for (const again of ['reload', 'goBack'] as const) {
      const arrive = await openWithoutScripts(page, report(CITY))
      const [figure, text] = [
        await box(page, 'pledge_amount').inputValue(),
        await narrative(page).inputValue(),
      ]
      await box(page, 'pledge_amount').fill('99999')
      await narrative(page).fill('没有说完')
      if (again === 'goBack') await page.goto('/help', { waitUntil: 'domcontentloaded' })
      await page[again]({ waitUntil: 'domcontentloaded' })
      await arrive()
      await expect(box(page, 'pledge_amount')).toHaveValue(figure)
      await expect(narrative(page)).toHaveValue(text)
      await expect(
        page.locator('[data-mark="typing"], [data-mark="waiting"], [data-mark="saving"]'),
      ).toHaveCount(0)
      expect(await saved(portal)).toEqual(before)
    }
  })
})
