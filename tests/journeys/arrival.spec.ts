import type { Locator, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { hasArrived, openWithoutScripts } from '../support/held-scripts'
import { expect, test, type Portal } from '../support/portal'
import { cell, fillRow, rowAt } from '../support/register-form'
import { box, mark, PERIOD, report } from '../support/report-form'

/** What a person does before the scripts of a page have arrived is not lost, and lands nowhere else. */
const said = words('zh-CN')
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

/** Forms of every kind, with somebody who may send them, and what else has to follow from what was put in. */
const FORMS: readonly {
  readonly person: string
  readonly address: string
  readonly follows?: (page: Page) => Promise<void>
}[] = [
  {
    person: '-',
    address: '/sign-in',
    follows: (page) => expect(page.locator('#password')).toHaveAttribute('type', 'text'),
  },
  {
    person: 'linjiang',
    address: '/cities/910100/plan',
    follows: (page) => expect(page.getByText(said.plan.found('0'))).toBeVisible(),
  },
  { person: 'linjiang', address: '/cities/910100/reports/2022Q3/check' },
  { person: 'linjiang', address: '/cities/910100/targets' },
  { person: 'linjiang', address: '/cities/910100/restatements/new?period=2022Q1' },
  { person: 'baisha', address: '/cities/920300/reports/2022Q3/deadline' },
  { person: 'changhe', address: '/cities/920200/reports/2019' },
  { person: 'qinglan', address: '/cities/910300/simulation' },
  { person: 'assessor-2', address: '/assess/910200/midTerm-1' },
  { person: 'cnipa', address: '/review/920200/2022Q2' },
  { person: 'cnipa', address: '/decisions/new?kind=scoringScheme' },
  { person: 'cnipa', address: '/exports/custom?measure=value' },
  { person: 'cnipa', address: '/account' },
  { person: 'finance', address: '/decisions/new?kind=bandTable' },
  { person: 'secadmin', address: '/admin/accounts/new' },
]

test('every control of every kind of form still holds what was put in, and the page knows it', async ({
  page,
  portal,
}) => {
  for (const { person, address, follows } of FORMS) {
    await test.step(`${address} as ${person}`, async () => {
      if (person !== '-') await portal.enter(page, person)
      const arrive = await openWithoutScripts(page, address)
      const controls = await page.evaluateHandle(fillAll, 'main')
      const put = await page.evaluate(putIn, controls)
      expect(put, address).not.toEqual([])
      await arrive()
      expect.soft(await page.evaluate(heldIn, controls), address).toEqual(put)
      await follows?.(page)
    })
  }
})

test('a row of a register, and what is looked for among the rows', async ({ page, portal }) => {
  // So few were counted before that all of it comes with the page.
  const address = '/cities/920300/reports/2022Q3/registers/model_universities'
  const bar = `[aria-label="${said.registerGrid.view.label}"]`
  await portal.enter(page, 'baisha')
  await page.goto(address)
  const row = rowAt(page, 0)
  await fillRow(row, { name: '甲', creditCode: '91350100M000100Y43', countedOn: '2022-08-01' })
  await expect(row).toContainText(said.registerDeeds.save.saved)

  const arrive = await openWithoutScripts(page, address)
  const name = cell(row, 'name').locator('input')
  await name.click()
  await name.selectText()
  await page.keyboard.type('乙')
  const controls = await page.evaluateHandle(fillAll, bar)
  const put = await page.evaluate(putIn, controls)
  expect(put).toHaveLength(4)
  await arrive()
  expect(await page.evaluate(heldIn, controls)).toEqual(put)
  await expect(page.getByRole('button', { name: said.registerGrid.view.clear })).toBeVisible()
  const names = () =>
    portal.query(
      `SELECT name FROM register_row WHERE city = '920300' AND period = '2022Q3' AND indicator = 'model_universities'`,
    )
  await expect.poll(names).toEqual([{ name: '乙' }])
})

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Puts something else into every control, as a person does before any script is there; the name of each, and what it holds then. */
function fillAll(within: string): readonly (readonly [name: string, control: Control, text: string])[] {
  for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '')
  const all = [...document.querySelectorAll<Control>(`${within} :is(input, textarea, select)`)].filter(
    (control) => control.type !== 'hidden' && control.type !== 'file' && control.checkVisibility(),
  )
  const open = all.filter((control) => !control.disabled && !('readOnly' in control && control.readOnly))
  for (const control of open) {
    if (control instanceof HTMLSelectElement) {
      // How a figure is answered takes the place of its box.
      if (control.closest('li, td')?.querySelector('[data-spot]')) continue
      control.selectedIndex = control.selectedIndex === control.length - 1 ? 0 : control.length - 1
    } else if (control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)) {
      control.checked = control.type === 'radio' || !control.checked
    } else if (control.type === 'date') control.value = '2022-09-01'
    else if (control.type === 'email') control.value = 'a@example.org'
    else
      control.value = ['number', 'decimal'].some((kind) => [control.type, control.inputMode].includes(kind))
        ? '12'
        : '先写的字'
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return open.map((control, at) => [
    `${at} ${[control.name, control.id, control.ariaLabel].find(Boolean) ?? ''}`,
    control,
    'checked' in control && ['checkbox', 'radio'].includes(control.type)
      ? String(control.checked)
      : control.value,
  ])
}

const putIn = (controls: ReturnType<typeof fillAll>): readonly string[] =>
  controls.map(([name, , text]) => `${name}: ${text}`)

/** What the page holds for each: what it would show if it was drawn anew, where the browser alone does not hold it. */
function heldIn(controls: ReturnType<typeof fillAll>): readonly string[] {
  return controls.map(([name, control]) => {
    const key = Object.keys(control).find((each) => each.startsWith('__reactProps'))
    if (key === undefined || !control.isConnected) return `${name}: not taken over`
    const props = Reflect.get(control, key) as { readonly value?: string; readonly checked?: boolean }
    const isTicked = 'checked' in control && ['checkbox', 'radio'].includes(control.type)
    return `${name}: ${isTicked ? String(props.checked ?? control.checked) : (props.value ?? control.value)}`
  })
}
