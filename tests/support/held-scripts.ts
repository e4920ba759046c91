import type { Page } from '@playwright/test'

/** Whether the scripts of a page are there and have taken it over. */
export const hasArrived = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.chengjiNoted?.hasArrived === true)

/** Opens a page and holds its scripts back, as a slow line does; what it gives lets them come. */
export async function openWithoutScripts(page: Page, address: string): Promise<() => Promise<void>> {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  return async () => {
    release()
    await hasArrived(page)
    await page.unrouteAll({ behavior: 'wait' })
  }
}
