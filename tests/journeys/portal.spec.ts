import { expect, test } from '../support/portal'

test('the portal says that it is well, and nothing else', async ({ page, portal }) => {
  const answer = await page.request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ ok: true })
  expect(answer.headers()['cache-control']).toBe('no-store')
  const [clock] = await portal.query<{ today: string }>(`SELECT to_char(chengji_now(), 'YYYY-MM') AS today`)
  expect(clock).toEqual({ today: '2022-10' })
})

test('a person of the demonstration signs in; a wrong password does not', async ({ page, portal }) => {
  await portal.signIn(page, 'linjiang')
  const names = (await page.context().cookies()).map(({ name }) => name)
  expect(names).toContain('chengji-session')

  await page.context().clearCookies()
  await expect(portal.signIn(page, 'linjiang', 'something-else')).rejects.toThrow('linjiang signs in')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('chengji-session')
})
