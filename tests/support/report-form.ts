import type { Locator, Page } from '@playwright/test'
import type { CellStatus } from '@/lib/entry/cell'
import { cellId } from '@/lib/entry/cell-id'
import { indicators, type IndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'

/** The open quarter of the demonstration. */
export const PERIOD = '2022Q3'

/** Where a city's form of that quarter is. */
export const report = (city: string): string => `/cities/${city}/reports/${PERIOD}`

/** The box of a result. */
export const box = (page: Page, code: IndicatorCode): Locator => page.locator(`#${cellId(code)}`)

/** The line of a result, with all that stands beside its box. */
export const line = (page: Page, code: IndicatorCode): Locator => page.locator(`li:has(#${cellId(code)})`)

/** Answers all nineteen results: figures as they are given, counts by their rows, the others in words. */
export async function answerAll(
  page: Page,
  figures: Readonly<Partial<Record<IndicatorCode, string>>>,
): Promise<void> {
  for (const { code, kind } of indicators) {
    if (kind === 'growth') await box(page, code).fill(figures[code] ?? '')
    else if (kind === 'count') await box(page, code).selectOption('figure')
    else await box(page, code).fill(`进展说明：${code}`)
  }
}

/** How the cell of a result is marked as saved. */
export const mark = (
  page: Page,
  code: IndicatorCode,
  status: CellStatus | 'offline' | 'kept' | 'stuck',
): Locator => line(page, code).locator(`[data-mark="${status}"]`)

/** Chooses the language of a browser. */
export async function speak(page: Page, url: string, locale: Locale): Promise<void> {
  await page.context().addCookies([{ name: 'chengji-locale', value: locale, url }])
}
