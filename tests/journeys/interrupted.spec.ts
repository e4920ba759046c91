import type { Browser, Page, Route } from '@playwright/test'
import { words } from '@/lib/i18n'
import { expect, test, type Portal } from '../support/portal'
import { box, line, mark, PERIOD, report, speak } from '../support/report-form'

/** Whatever comes between a figure and its being saved, in either language, in a city whose quarter is open. */
const PLACES = [
  { locale: 'zh-CN', city: '920100', officer: 'yunxi' },
  { locale: 'en', city: '920200', officer: 'changhe' },
] as const
type Place = (typeof PLACES)[number]

/** A second officer of the city, with the password of the first. */
async function addColleague(portal: Portal, { officer }: Place): Promise<string> {
  await portal.query(
    `INSERT INTO account (id, login, name, role, city, password_hash, must_change_password, created_at)
     SELECT gen_random_uuid(), login || '-2', $2, role, city, password_hash, false, chengji_now() FROM account WHERE login = $1`,
    [officer, '同事'],
  )
  return `${officer}-2`
}

async function openForm(browser: Browser, portal: Portal, place: Place, login: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: place.locale })
  const page = await context.newPage()
  await portal.signIn(page, login)
  await enter(page, portal, place)
  return page
}

async function enter(page: Page, portal: Portal, { locale, city }: Place): Promise<void> {
  await speak(page, portal.url, locale)
  await page.goto(report(city))
  await expect(box(page, 'transfers_licenses')).toBeFocused()
}

for (const place of PLACES) {
  const { locale, city, officer } = place
  const said = words(locale)

  test.describe(locale, () => {
    const stored = async (portal: Portal) =>
      (
        await portal.query<{ value: string }>(
          `SELECT trim_scale(value)::text AS value FROM report_cell WHERE city = $1 AND period = $2 AND indicator = 'pledge_projects'`,
          [city, PERIOD],
        )
      ).map(({ value }) => value)

    test('two officers in one cell: the second sees both and chooses, nothing is overwritten', async ({
      browser,
      portal,
    }) => {
      const [one, two] = [
        await openForm(browser, portal, place, officer),
        await openForm(browser, portal, place, await addColleague(portal, place)),
      ]
      await box(one, 'pledge_projects').fill('100')
      await one.keyboard.press('Enter')
      await expect(mark(one, 'pledge_projects', 'saved')).toBeVisible()

      await box(two, 'pledge_projects').fill('200')
      await two.keyboard.press('Enter')
      await expect(mark(two, 'pledge_projects', 'conflict')).toBeVisible()
      const [first] = await portal.query<{ name: string }>('SELECT name FROM account WHERE login = $1', [
        officer,
      ])
      await expect(line(two, 'pledge_projects')).toContainText('100')
      await expect(line(two, 'pledge_projects')).toContainText(first?.name ?? '')
      expect(await stored(portal)).toEqual(['100'])

      await two.getByRole('button', { name: said.entry.conflict.keepMine }).click()
      await expect(mark(two, 'pledge_projects', 'saved')).toBeVisible()
      expect(await stored(portal)).toEqual(['200'])

      await box(one, 'pledge_projects').fill('300')
      await one.keyboard.press('Enter')
      await expect(line(one, 'pledge_projects')).toContainText('同事')
      await one.getByRole('button', { name: said.entry.conflict.keepTheirs }).click()
      await expect(box(one, 'pledge_projects')).toHaveValue('200')
      expect(await stored(portal)).toEqual(['200'])

      // Each sees that the other is here.
      const others = (page: Page) => page.getByRole('list', { name: said.entry.presence.title })
      await expect(others(one)).toContainText('同事')
      await expect(others(two)).toContainText(first?.name ?? '')
    })

    test('the network is cut in mid-typing, then the page loaded anew: all is there and is saved', async ({
      page,
      portal,
    }) => {
      await portal.signIn(page, officer)
      await enter(page, portal, place)
      await page.context().setOffline(true)
      await box(page, 'pledge_amount').fill('45678')
      await page.keyboard.press('Enter')
      await expect(mark(page, 'pledge_amount', 'offline')).toBeVisible()
      await box(page, 'patent_contract_value').fill('333')
      page.once('dialog', (dialog) => void dialog.accept())
      await page.context().setOffline(false)
      await page.reload()
      await expect(mark(page, 'pledge_amount', 'saved')).toBeVisible()
      await expect(mark(page, 'patent_contract_value', 'saved')).toBeVisible()
      await expect(box(page, 'pledge_amount')).toHaveValue('45,678')

      // Saved between the reading of the new page and its arrival: the old one still hears of it, the new one shows it.
      const save = new Promise<Route>((hold) => void page.route('**/cells', hold, { times: 1 }))
      await page.route(`**${report(city)}`, async (route) => {
        const answer = await route.fetch()
        const told = page.waitForEvent('console', (message) => message.text() === 'told')
        await (await save).continue()
        await told
        await route.fulfill({ response: answer })
      })
      await box(page, 'pledge_amount').fill('45679')
      await page.keyboard.press('Enter')
      await expect(mark(page, 'pledge_amount', 'saving')).toBeVisible()
      await mark(page, 'pledge_amount', 'saving').evaluate((saving) => {
        const told = (): void => {
          if (saving.dataset.mark === 'saved') console.error('told')
        }
        new MutationObserver(told).observe(saving, { attributes: true })
      })
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await expect(box(page, 'pledge_amount')).toHaveValue('45,679')
      await expect(mark(page, 'pledge_amount', 'saved')).toBeVisible()
      await page.unrouteAll({ behavior: 'wait' })
    })

    test('the session ends while typing: the draft survives and is saved after signing in', async ({
      page,
      portal,
    }) => {
      await portal.signIn(page, officer)
      await enter(page, portal, place)
      await page.context().clearCookies({ name: 'chengji-session' })
      await box(page, 'patent_contract_value').fill('38000')
      await page.keyboard.press('Enter')
      await expect(mark(page, 'patent_contract_value', 'kept')).toBeVisible()
      await page.getByRole('link', { name: said.entry.bar.signIn }).click()
      await page.getByLabel(said.account.signIn.login, { exact: true }).fill(officer)
      await page.getByLabel(said.account.signIn.password, { exact: true }).fill('Chengji-demo-2022')
      await page.getByRole('button', { name: said.account.signIn.send, exact: true }).click()
      await page.waitForURL(`**${report(city)}`)
      await expect(mark(page, 'patent_contract_value', 'saved')).toBeVisible()
      await expect(box(page, 'patent_contract_value')).toHaveValue('38,000')
    })

    test('the server is killed between two saves: the first is kept, the second waits and follows by itself', async ({
      page,
      portal,
    }) => {
      await portal.signIn(page, officer)
      await enter(page, portal, place)
      await box(page, 'pledge_projects').fill('771')
      await page.keyboard.press('Enter')
      await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible()
      const restart = await portal.kill()
      await box(page, 'pledge_projects').fill('772')
      await page.keyboard.press('Enter')
      await expect(mark(page, 'pledge_projects', 'offline')).toBeVisible()
      expect(await stored(portal)).toEqual(['771'])
      await restart()
      await expect(mark(page, 'pledge_projects', 'saved')).toBeVisible({ timeout: 40_000 })
      expect(await stored(portal)).toEqual(['772'])
    })
  })
}
