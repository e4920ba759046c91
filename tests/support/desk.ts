import type { Browser, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { expect, type Portal } from './portal'

const { check } = words('zh-CN')

/** A person in a browser of his or her own, as at the own desk. */
export async function desk(browser: Browser, portal: Portal, login: string): Promise<Page> {
  const viewport = { width: 1366, height: 768 }
  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN', viewport })
  const page = await context.newPage()
  await portal.signIn(page, login)
  return page
}

/** Signs a report as its page shows it. */
export async function sign(certifier: Page, report: string): Promise<void> {
  await certifier.goto(`${report}/check`)
  await certifier.getByLabel(check.certify.declaration).check()
  await certifier.getByRole('button', { name: check.certify.send, exact: true }).click()
  await expect(certifier.getByText(/签审。内容已锁定，可以上报/).first()).toBeVisible()
}

/** Submits a report that was signed. */
export async function submit(officer: Page, report: string): Promise<void> {
  await officer.goto(`${report}/check`)
  await officer.getByRole('button', { name: check.submit.send, exact: true }).click()
  await officer.waitForURL(/\/receipt/)
}
