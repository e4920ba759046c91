import { messageSentence, words } from '@/lib/i18n'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import type { MessageAbout } from '@/lib/store/messages'
import { expect, test } from '../support/portal'

for (const locale of ['zh-CN', 'en'] as const) {
  test(`what the portal told a city waits for it, with a way there; how it is told by e-mail is its own choice (${locale})`, async ({
    page,
    portal,
  }) => {
    const { messages: said, common } = words(locale)
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    const people = { 'zh-CN': 'changhe', en: 'changhe-sign' } as const
    await portal.signIn(page, people[locale])
    // The portal collects by itself, a moment after its start.
    const granted = () =>
      portal.query<{ about: MessageAbout }>(
        `SELECT about FROM message m JOIN account a ON a.id = m.account WHERE a.login = $1 AND kind = 'extensionGranted'`,
        [people[locale]],
      )
    await expect.poll(async () => (await granted()).length, { timeout: 30_000 }).toBe(1)
    // The briefs of the week are told in the same run: what comes later would be unread again.
    const done = () =>
      portal.query(`SELECT id FROM pgboss.job WHERE name = 'collect-messages' AND state = 'completed'`)
    await expect.poll(async () => (await done()).length, { timeout: 30_000 }).toBeGreaterThan(0)
    const [first] = await granted()
    if (first === undefined) throw new Error('nothing was told')
    await page.goto('/messages')
    await page
      .getByRole('link', { name: messageSentence(locale, { kind: 'extensionGranted', about: first.about }) })
      .click()
    await page.waitForURL('**/cities/920200/reports/2022Q3/deadline')
    await page.goto('/messages')
    await page.getByRole('button', { name: said.markRead }).click()
    await expect(page.getByText(said.unread, { exact: true })).toHaveCount(0)

    await page.goto('/account')
    await page.locator('#email').fill('not an address')
    await page
      .locator('form', { has: page.locator('#email') })
      .getByRole('button', { name: common.deeds.save })
      .click()
    const refusal = { code: 'emailWrong', detail: { got: 'not an address' } } as const
    await expect(page.getByText(refusalSentence(locale, refusal))).toBeVisible()
    await expect(page.locator('#email')).toHaveValue('not an address')
    await page.locator('#email').fill(`${locale.toLowerCase()}@changhe.example`)
    await page.locator('#pace').selectOption('daily')
    await page
      .locator('form', { has: page.locator('#email') })
      .getByRole('button', { name: common.deeds.save })
      .click()
    await expect(page.getByText(said.own.saved)).toBeVisible()
    await expect(page.locator('#pace')).toHaveValue('daily')

    await portal.signIn(page, 'sysadmin')
    await page.goto('/admin/jobs')
    await expect(page.getByText(said.jobs.noServer)).toBeVisible()
    await expect(page.getByText(said.jobs.names['collect-messages']).first()).toBeVisible()
    await expect(
      page.getByText(messageSentence(locale, { kind: 'extensionGranted', about: first.about })).first(),
    ).toBeVisible()
  })
}
