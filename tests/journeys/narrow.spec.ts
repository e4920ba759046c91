import { expect, test } from '../support/portal'

test.use({ viewport: { width: 390, height: 844 } })

for (const [person, address] of [
  ['mof', '/quality'],
  ['secadmin', '/admin/accounts'],
  ['sysadmin', '/admin/jobs'],
  ['cnipa', '/evaluations'],
] as const)
  test(`on a telephone a table scrolls rather than stand its words on end: ${address}`, async ({
    page,
    portal,
  }) => {
    await portal.enter(page, person)
    await page.goto(address)
    const heads = page.getByRole('columnheader')
    await expect(heads.first()).toBeVisible()
    const narrow = await heads.evaluateAll((all) =>
      all
        .filter((head) => !head.classList.contains('text-right') && head.getBoundingClientRect().width < 80)
        .map(({ textContent }) => textContent),
    )
    expect(narrow).toEqual([])
    const [width, whole] = await page.evaluate(() => [
      window.innerWidth,
      document.documentElement.scrollWidth,
    ])
    expect(whole).toBeLessThanOrEqual(width)
  })

test('with forced colours the page where one is stays marked among the others', async ({ page, portal }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await portal.enter(page, 'mof')
  await page.goto('/dashboard')
  const links = page.getByRole('link').and(page.locator('nav a'))
  const lines = (all: readonly Element[]) =>
    [...new Set(all.map((link) => getComputedStyle(link).borderBottomColor))].toSorted()
  const current = await page.locator('nav a[aria-current="page"]').evaluateAll(lines)
  const others = await links.and(page.locator('a:not([aria-current]):visible')).evaluateAll(lines)
  expect(current).toHaveLength(1)
  expect(others).not.toContain(current[0])
})
