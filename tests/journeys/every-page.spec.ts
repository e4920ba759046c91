import { readdirSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { axeSource } from '../support/axe-source'
import { addressOf, enter, PAGES, watch } from '../support/pages'
import { expect, test, type Portal } from '../support/portal'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).replaceAll(path.sep, '/').replace(/^\.$/, ''))

test('every page is among those looked at', () => {
  expect(Object.keys(PAGES).sort()).toEqual(files.sort())
})

/** What is not there and what is not yours: both are told in words, on a page like any other. */
const NOT_FOUND = [
  ['-', '/nowhere'],
  ['linjiang', '/cities/920400'],
] as const

// Pages are only read here, so that as many workers as there are may share them out.
test.describe.configure({ mode: 'parallel' })
// A city's page with all its grounds opened is long to analyse.
test.setTimeout(240_000)

const OFFICE = { width: 1366, height: 768, colorScheme: 'light' } as const
const TELEPHONE = { width: 390, height: 844, colorScheme: 'dark' } as const

/**
 * Each page is loaded twice by the first who looks at it: in Chinese on the screen of an office, in English on a telephone at
 * night; then the other way. For everybody else, whose page is the same but for what he may do there, one of the two will do.
 */
const LOADS = [
  { locale: 'zh-CN', first: OFFICE, then: TELEPHONE },
  { locale: 'en', first: TELEPHONE, then: OFFICE },
] as const

for (const [name, visits] of Object.entries(PAGES)) {
  for (const [i, [person, address]] of visits.entries()) {
    test(`/${name} as ${person}: ${address}`, async ({ page, portal }) => {
      await enter(page, portal, person)
      await look(
        page,
        portal,
        await addressOf(address, portal.query),
        200,
        i === 0 ? LOADS : LOADS.slice(i % 2, (i % 2) + 1),
      )
    })
  }
}
for (const [person, address] of NOT_FOUND) {
  test(`not found as ${person}: ${address}`, async ({ page, portal }) => {
    await enter(page, portal, person)
    await look(page, portal, address, 404, LOADS)
  })
}

async function look(
  page: Page,
  portal: Portal,
  address: string,
  status: 200 | 404,
  loads: readonly (typeof LOADS)[number][],
): Promise<void> {
  const problems = watch(page, status)
  for (const { locale, first, then } of loads) {
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await show(page, first)
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(status)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page).toHaveTitle(/城绩|Chengji/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await fits(page, first.width)
    await openAll(page)
    await fits(page, first.width)
    // An empty register gets its first line, which takes the focus, from the page's own script.
    await expect
      .poll(() => violationsOf(page), { message: `${locale}, ${first.colorScheme}`, timeout: 100_000 })
      .toEqual([])
    await show(page, then)
    await fits(page, then.width)
  }
  expect(problems).toEqual([])
}

async function show(
  page: Page,
  { width, height, colorScheme }: typeof OFFICE | typeof TELEPHONE,
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme })
}

/** Pages scroll downwards; what is wide scrolls in its own box. */
const fits = (page: Page, width: number): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

/** What is folded away is analysed as well. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page, axeSource })
    // No page has frames, whose results would be gathered in a page of their own.
    .setLegacyMode()
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

// What a sheet of A4 holds between its margins, in CSS pixels.
const UPRIGHT = 703
const LYING = 1047

for (const [person, address, width] of [
  ['linjiang', '/cities/910100', UPRIGHT],
  ['linjiang', '/cities/910100/reports/2022Q2/receipt', UPRIGHT],
  ['cnipa', '/dashboard', LYING],
  ['cnipa', '/dashboard/overview', LYING],
  ['cnipa', '/explore?as=line&unaccepted=shown', LYING],
  ['cnipa', '/compare?city=910100&city=910300&city=920200', LYING],
] as const) {
  test(`on paper: ${address}`, async ({ page, portal }) => {
    await enter(page, portal, person)
    await page.setViewportSize({ width, height: 1000 })
    await page.goto(address)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const navigation of await page.locator('nav, footer, main button').all())
      await expect(navigation).toBeHidden()
    await fits(page, width)
    await expect.poll(() => cutOff(page)).toEqual([])
  })
}

/** What a sheet would lose because it does not scroll: the boxes that hide a part of what they hold. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((box) => {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        // Words for screen readers alone stand in a box of one pixel.
        if (box.closest('.sr-only') !== null || box.closest('svg') !== null || position === 'fixed')
          return false
        const isWide = overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1
        const isHigh = overflowY !== 'visible' && box.scrollHeight > box.clientHeight + 1
        return isWide || isHigh
      })
      .map((box) => `${box.tagName} ${box.className}: ${box.textContent.slice(0, 60)}`),
  )
