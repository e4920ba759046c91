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
