import type { Page } from '@playwright/test'
import { words } from '@/lib/i18n'
import { expect, test, type Portal } from '../support/portal'

const [zh, en] = [words('zh-CN'), words('en')]
const language = (page: Page) => page.locator('html').getAttribute('lang')
const preferenceOf = async (portal: Portal, login: string) =>
  (await portal.query<{ locale: string | null }>('SELECT locale FROM account WHERE login = $1', [login]))[0]
    ?.locale

/** By the form of the sign-in page, as people do. */
async function enter(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`button[name=login][value=${login}]`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

const leave = async (page: Page) => {
  await page.getByRole('button', { name: /^(退出登录|Sign out)$/ }).click()
  await page.waitForURL(/sign-in/)
}

test('before signing in the browser’s choice rules, and whoever has chosen none finds it as it is', async ({
  page,
  portal,
}) => {
  await page.goto('/sign-in')
  expect(await language(page)).toBe('zh-CN')
  await page.getByRole('button', { name: zh.common.switchLanguage }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await enter(page, 'donghai')
  expect(await language(page)).toBe('en')
  expect(await preferenceOf(portal, 'donghai')).toBeNull()
})

test('at a shared computer nobody finds the language of whoever was there before', async ({
  page,
  portal,
}) => {
  await enter(page, 'cnipa')
  await page.getByRole('button', { name: zh.common.switchLanguage }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await preferenceOf(portal, 'cnipa')).toBe('en')
  await leave(page)
  expect(await language(page)).toBe('zh-CN')

  // One who prefers Chinese, by the form of the account page.
  await enter(page, 'mof')
  expect(await language(page)).toBe('zh-CN')
  await page.goto('/account')
  await page.getByLabel(zh.account.own.preferred).selectOption('zh-CN')
  await page
    .locator('form')
    .filter({ has: page.locator('#locale') })
    .getByRole('button')
    .click()
  await page.waitForURL(/done=language/)
  expect(await preferenceOf(portal, 'mof')).toBe('zh-CN')
  await leave(page)

  // The first one's language comes with the account, whatever the sign-in page spoke; so does the second one's.
  await enter(page, 'cnipa')
  expect(await language(page)).toBe('en')
  await page.goto('/account')
  await page.getByLabel(en.account.own.preferred).selectOption('en')
  await page.context().clearCookies({ name: 'chengji-session' })
  await page.goto('/sign-in')
  expect(await language(page)).toBe('en')
  await enter(page, 'mof')
  expect(await language(page)).toBe('zh-CN')
})

test('the language is changed from our own pages only, to one there is, and leads back to a page of ours', async ({
  page,
  portal,
}) => {
  await enter(page, 'finance')
  const ask = async (origin: string | undefined, form: Readonly<Record<string, string>>) => {
    const headers = origin === undefined ? undefined : { origin }
    const answer = await page.request.post('/api/locale', { form, headers, maxRedirects: 0 })
    return [answer.status(), answer.headers().location]
  }
  expect(await ask(undefined, { locale: 'en', to: '/notice' })).toEqual([403, undefined])
  expect(await ask('https://elsewhere.example', { locale: 'en', to: '/notice' })).toEqual([403, undefined])
  expect(await ask(portal.url, { locale: 'fr', to: '/notice' })).toEqual([400, undefined])
  expect(await preferenceOf(portal, 'finance')).toBeNull()
  expect(await ask(portal.url, { locale: 'en', to: '//elsewhere.example' })).toEqual([303, '/'])
  expect(await ask(portal.url, { locale: 'en', to: '/notice' })).toEqual([303, '/notice'])
  expect(await preferenceOf(portal, 'finance')).toBe('en')
})
