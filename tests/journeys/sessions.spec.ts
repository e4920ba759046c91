import type { Browser, Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { expect, test, type Portal } from '../support/portal'

const said = words('zh-CN')
const { own } = said.account
const NEW = 'Mountain-river-2022'

/** A person at a device of his or her own. */
async function at(browser: Browser, portal: Portal, login: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })
  const page = await context.newPage()
  await portal.signIn(page, login)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const isAtTheDoor = (page: Page) => expect(page).toHaveURL(/\/sign-in/)

test('who signs out is out: the cookie that was used opens nothing any more', async ({ browser, portal }) => {
  const page = await at(browser, portal, 'linjiang')
  await page.goto('/cities/910100/desk')
  const cookies = await page.context().cookies()
  await button(page, said.common.signOut).click()
  await isAtTheDoor(page)
  await expect(page.getByText(said.account.signIn.signedOut)).toBeVisible()
  await page.goto('/cities/910100/desk')
  await isAtTheDoor(page)
  await page.context().addCookies(cookies)
  await page.goto('/cities/910100/desk')
  await isAtTheDoor(page)
})

test('a session that is ended from another device is out with its next step', async ({ browser, portal }) => {
  const [here, there] = [await at(browser, portal, 'qinglan'), await at(browser, portal, 'qinglan')]
  await there.goto('/cities/910300/desk')
  await here.goto('/account')
  await here.getByRole('button', { name: /^退出 .* 登录的设备$/ }).click()
  await expect(here.getByText(own.ended('1'))).toBeVisible()

  const answer = await there.request.get('/cities/910300/export?period=2022Q2&format=csv')
  expect(answer.status()).toBe(401)
  await there.goto('/cities/910300/desk')
  await isAtTheDoor(there)
  await here.goto('/cities/910300/desk')
  await expect(here).toHaveURL(/\/desk$/)
})

test('an administrator ends the sessions of another, who is out at once', async ({ browser, portal }) => {
  const [admin, officer] = [await at(browser, portal, 'secadmin'), await at(browser, portal, 'changhe')]
  await officer.goto('/cities/920200/desk')
  await admin.goto(`/admin/accounts/${await idOf(portal, 'changhe')}`)
  await button(admin, said.admin.account.end.send).click()
  await admin.waitForURL(/\?/)
  await officer.goto('/cities/920200/desk')
  await isAtTheDoor(officer)
})

test('a one-time password opens nothing before it is changed, and is of no use afterwards', async ({
  browser,
  portal,
}) => {
  const [admin, old] = [await at(browser, portal, 'secadmin'), await at(browser, portal, 'baisha')]
  await admin.goto(`/admin/accounts/${await idOf(portal, 'baisha')}`)
  await button(admin, said.admin.account.reset.send).click()
  const given = (await admin.locator('code').last().innerText()).trim()
  expect(given.length).toBeGreaterThanOrEqual(12)
  await old.goto('/cities/920300/desk')
  await isAtTheDoor(old)

  const context = await browser.newContext({ baseURL: portal.url, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel(said.account.signIn.login, { exact: true }).fill('baisha')
  await page.getByLabel(said.account.signIn.password, { exact: true }).fill(given)
  await button(page, said.account.signIn.send).click()
  await expect(page.getByText(own.mustChange)).toBeVisible()
  for (const address of ['/', '/cities/920300/desk', '/cities/920300/reports/2022Q2']) {
    await page.goto(address)
    await expect(page).toHaveURL(/\/account/)
  }
  expect((await page.request.get('/cities/920300/export?period=2022Q1&format=csv')).status()).toBe(401)

  const change = async (next: string, again: string) => {
    await page.getByLabel(own.oneTimePassword, { exact: true }).fill(given)
    await page.getByLabel(own.newPassword, { exact: true }).fill(next)
    await page.getByLabel(own.repeatPassword, { exact: true }).fill(again)
    await button(page, own.changePassword).click()
  }
  await change(NEW, `${NEW}!`)
  await expect(
    page.getByText(refusalSentence('zh-CN', { code: 'passwordsDiffer', detail: {} })),
  ).toBeVisible()
  await change(NEW, NEW)
  await expect(page.getByText(own.changed)).toBeVisible()
  await page.goto('/cities/920300/desk')
  await expect(page).toHaveURL(/\/desk$/)
  await expect(portal.signIn(old, 'baisha', given)).rejects.toThrow('baisha signs in')
  await portal.signIn(old, 'baisha', NEW)
})

async function idOf(portal: Portal, login: string): Promise<string> {
  const [account] = await portal.query<{ id: string }>('SELECT id FROM account WHERE login = $1', [login])
  return account?.id ?? ''
}
