import type { Locator, Page } from '@playwright/test'
import { registerColumns, type RowField } from '@/lib/notice'

/** The rows of the grid, the empty one at its end included. */
export const rowAt = (page: Page, at: number): Locator => page.locator('tr[data-row]').nth(at)
const FIELDS = registerColumns('custody_smes').map(({ field }) => field)
/** One cell of such a row. */
export const cell = (row: Locator, field: RowField): Locator =>
  row.locator(`[data-column="${FIELDS.indexOf(field)}"]`)
/** Types into the cells of a row, and leaves it, so that it is saved. */
export async function fillRow(
  row: Locator,
  texts: Readonly<Partial<Record<RowField, string>>>,
): Promise<void> {
  for (const [field, text] of Object.entries(texts)) {
    await cell(row, field as RowField).click()
    await cell(row, field as RowField)
      .locator('input')
      .fill(text)
  }
  // A row is saved when it is left.
  await row.page().getByRole('heading', { level: 1 }).click()
}
