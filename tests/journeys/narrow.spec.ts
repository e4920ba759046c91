import { words } from '@/lib/i18n'
import { registerCodes } from '@/lib/notice'
import { locales } from '@/lib/values'
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

for (const address of ['/cities/910100/export/paper', '/api/cities/910100/files/0'])
  test(`who follows a link to what is not theirs finds the portal around it: ${address}`, async ({
    page,
    portal,
  }) => {
    const faults: string[] = []
    page.on('console', (told) => {
      if (!told.text().startsWith('Failed to load resource')) faults.push(told.text())
    })
    await portal.enter(page, 'yunxi')
    await page.context().addCookies([{ name: 'chengji-locale', value: 'zh-CN', url: portal.url }])
    expect((await page.goto(address))?.status()).toBe(404)
    const { common } = words('zh-CN')
    await expect(page.getByRole('banner').getByRole('link', { name: common.product })).toHaveAttribute(
      'href',
      '/',
    )
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(common.notFound.title)
    const looks = (all: readonly Element[]) => all.map((each) => getComputedStyle(each).backgroundColor)
    const [button] = await page.getByRole('link', { name: common.notFound.home }).evaluateAll(looks)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('en').common.notFound.title)
    await page.getByRole('link', { name: words('en').common.notFound.home }).click()
    await expect(page.getByRole('navigation').first()).toBeAttached()
    const accent = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    )
    expect(button).toBe(rgb(accent))
    expect(faults).toEqual([])
  })

/** A colour as a browser says it. */
const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

for (const forcedColors of ['none', 'active'] as const)
  test(`the parts of a bar of verdicts are told apart without their colours (forced colours: ${forcedColors})`, async ({
    page,
    portal,
  }) => {
    await page.emulateMedia({ forcedColors })
    await portal.enter(page, 'mof')
    await page.goto('/dashboard/overview')
    const parts = page.locator('main [aria-hidden="true"] > [title]')
    await expect(parts.first()).toBeAttached()
    const looks = await parts.evaluateAll((all) =>
      all.map((part) => {
        const { backgroundImage, backgroundColor } = getComputedStyle(part)
        const [red = 0, green = 0, blue = 0] = backgroundColor.match(/\d+/g)?.map(Number) ?? []
        const plain = red + green + blue > 384 ? 'empty' : 'full'
        // Lines count without their colour.
        const lines = backgroundImage.replaceAll(/rgba?\([^)]*\)/g, '')
        return [part.getAttribute('title'), lines === 'none' ? plain : lines]
      }),
    )
    const verdicts = new Set(looks.map(([verdict]) => verdict))
    expect(verdicts.size).toBeGreaterThan(3)
    expect(new Set(looks.map(([, look]) => look)).size).toBe(verdicts.size)
  })

test('lines that tell the parts of a bar apart are drawn as wide as they are, however narrow the bar', async ({
  page,
  portal,
}) => {
  await portal.enter(page, 'mof')
  for (const address of ['/exposure', '/monitor']) {
    await page.goto(address)
    const hatched = page.locator('main svg [fill^="url("]')
    await expect(hatched.first()).toBeAttached()
    const stretched = await hatched.evaluateAll((all) =>
      all
        .filter((each) => {
          const { a = 0, d = 0 } = (each as SVGGraphicsElement).getCTM() ?? {}
          return Math.abs(a - 1) > 0.01 || Math.abs(d - 1) > 0.01
        })
        .map(({ outerHTML }) => outerHTML),
    )
    expect(stretched).toEqual([])
  }
})

for (const locale of locales)
  test(`where there is room the money of all cities stands side by side (${locale})`, async ({
    page,
    portal,
  }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await portal.enter(page, 'mof')
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    await page.goto('/exposure')
    const table = page.getByRole('region', { name: words(locale).instalment.exposure.title, exact: true })
    await expect(table).toBeVisible()
    expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  })

for (const locale of locales)
  test(`no head of a register is cut off, and buttons beside a field are no taller than others (${locale})`, async ({
    page,
    portal,
  }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await portal.enter(page, 'wanghai')
    await page.context().addCookies([{ name: 'chengji-locale', value: locale, url: portal.url }])
    for (const code of registerCodes) {
      await page.goto(`/cities/910200/reports/2022Q3/registers/${code}`)
      const heads = page.locator('th button')
      await expect(heads.first()).toBeVisible()
      const cut = await heads.evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
          .map(({ textContent }) => textContent),
      )
      expect(cut, code).toEqual([])
    }
    await page.goto('/cities/910200')
    const links = page.locator('main').getByRole('link', { name: words(locale).handover.link })
    await expect(links.first()).toBeVisible()
    const tall = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height))
    expect(tall.filter((height) => height > 40)).toEqual([])
  })
