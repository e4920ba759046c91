import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { words } from '@/lib/i18n'
import { freePort } from '@/lib/store/embedded-postgres'
import { selected2020 } from '@/prisma/demonstration/cities'
import { createDatabase, databaseUrl, dropDatabase } from '../support/test-server'

interface Started {
  readonly output: string
  readonly signal: (signal: NodeJS.Signals) => Promise<number | null>
}

/** `npm start` on data folders of one's own; whatever still runs afterwards is ended. */
interface Launcher {
  readonly data: string
  readonly url: string
  /** Returns when the address was printed. */
  readonly start: (...args: string[]) => Promise<Started>
  /** What else the environment says to the starts that follow. */
  readonly environment: Record<string, string>
}

const test = base.extend<{ launcher: Launcher }>({
  launcher: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chengji-start-'))
    const [data, port] = [path.join(folder, 'data'), String(await freePort())]
    const running: Started[] = []
    const environment: Record<string, string> = {}
    const start = async (...args: string[]) => {
      const started = await launch(args, { CHENGJI_DATA_DIR: data, PORT: port, ...environment })
      running.push(started)
      return started
    }
    await use({ data, url: `http://127.0.0.1:${port}`, start, environment })
    for (const started of running) await started.signal('SIGTERM')
    rmSync(folder, { recursive: true })
  },
})

async function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['lib/commands/start.mjs', ...args], {
    env: { NODE_ENV: 'production', PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  let output = ''
  const printed = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        if (output.includes('Ctrl-C')) resolve()
      })
    }
  })
  await Promise.race([printed, ended])
  return {
    output,
    signal: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

// Each test starts a whole portal, some twice.
test.setTimeout(240_000)

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

const passwordIn = (output: string): string | undefined => /password {2}(\S+)/.exec(output)?.[1]

test('an empty portal: the first administrator once, then simply served; Ctrl-C leaves nothing running', async ({
  launcher,
  page,
}) => {
  const { data, url } = launcher
  const first = await launcher.start('--empty')
  const password = passwordIn(first.output)
  expect(password, first.output).toMatch(/^[\w-]{19}$/)
  expect(first.output).toContain(url)
  expect(first.output).toContain(data)
  expect(first.output).not.toContain('Chengji-demo')
  expect(statSync(path.join(data, 'secret')).mode & 0o777).toBe(0o600)

  const { csrfToken } = (await (await page.request.get(`${url}/api/auth/csrf`)).json()) as {
    csrfToken: string
  }
  const form = { csrfToken, login: 'admin', password: password ?? '', json: 'true' }
  expect((await page.request.post(`${url}/api/auth/callback/credentials`, { form })).status()).toBe(200)

  expect(await first.signal('SIGINT')).toBe(0)
  expect(await answers(url)).toBe(false)
  expect(existsSync(path.join(data, 'pg/data/postmaster.pid'))).toBe(false)
  expect(existsSync(path.join(data, 'portal.lock'))).toBe(false)

  const second = await launcher.start()
  expect(second.output).toContain(url)
  expect(passwordIn(second.output)).toBeUndefined()
  expect(await answers(url)).toBe(true)
  expect(await second.signal('SIGTERM')).toBe(0)

  const asOther = await launcher.start('--cohort', '2020')
  expect(asOther.output).toContain('cannot be started with the eleven cities')
  expect(await asOther.signal('SIGTERM')).toBe(1)
})

const OWN_PASSWORD = 'Mountain-river-2020'
const { admin, account } = words('zh-CN')

/** The first administrator signs in, sets a password of his own, and is offered the cities of the portal. */
async function citiesOffered(page: Page, url: string, password: string): Promise<string[]> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel(account.signIn.login, { exact: true }).fill('admin')
  await page.getByLabel(account.signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: account.signIn.send, exact: true }).click()
  await page.waitForURL(/\/(?:account|admin)/)
  if (password !== OWN_PASSWORD) {
    await page.getByLabel(account.own.oneTimePassword, { exact: true }).fill(password)
    await page.getByLabel(account.own.newPassword, { exact: true }).fill(OWN_PASSWORD)
    await page.getByLabel(account.own.repeatPassword, { exact: true }).fill(OWN_PASSWORD)
    await page.getByRole('button', { name: account.own.changePassword, exact: true }).click()
    await expect(page.getByText(account.own.changed)).toBeVisible()
  }
  await page.goto(`${url}/admin/accounts/new`)
  await page.getByLabel(admin.newAccount.role, { exact: true }).selectOption('city_officer')
  const cities = await page
    .getByLabel(admin.newAccount.city, { exact: true })
    .locator('option')
    .allInnerTexts()
  await page.context().clearCookies()
  return cities.filter((name) => name !== admin.newAccount.choose)
}

const ELEVEN = selected2020.map(({ nameZh }) => nameZh).sort()

test('a portal whose launcher was killed takes its server along, and starts again', async ({
  launcher,
  page,
}) => {
  const first = await launcher.start('--cohort', '2020')
  expect(first.output).toContain('2020年入选的11个城市')
  const password = passwordIn(first.output)
  expect(password, first.output).toMatch(/^[\w-]{19}$/)
  expect((await citiesOffered(page, launcher.url, password ?? '')).sort()).toEqual(ELEVEN)
  await first.signal('SIGKILL')
  await expect.poll(() => answers(launcher.url)).toBe(false)

  const second = await launcher.start()
  expect(second.output).toContain(launcher.url)
  expect(passwordIn(second.output)).toBeUndefined()
  expect((await citiesOffered(page, launcher.url, OWN_PASSWORD)).sort()).toEqual(ELEVEN)
  expect(await second.signal('SIGTERM')).toBe(0)
  expect(existsSync(path.join(launcher.data, 'pg/data/postmaster.pid'))).toBe(false)
})

// The stage of the journeys is always the embedded database; this is the server that the tests were given.
const given = process.env.GIVEN_DATABASE_URL ?? process.env.TEST_DATABASE_URL ?? ''

test.describe(
  given === ''
    ? 'on a PostgreSQL of one’s own (skipped: no TEST_DATABASE_URL)'
    : 'on a PostgreSQL of one’s own',
  () => {
    test.skip(given === '', 'no TEST_DATABASE_URL')

    test('it is migrated and served, and a second start goes on with the same data', async ({
      launcher,
      page,
    }) => {
      const name = await createDatabase(given)
      try {
        const ownerUrl = databaseUrl(given, name)
        Object.assign(launcher.environment, {
          DATABASE_URL: ownerUrl,
          CHENGJI_SECRET: 'a-secret-of-at-least-thirty-two-signs',
        })
        const first = await launcher.start('--cohort', '2020')
        expect(first.output).toContain(launcher.url)
        expect(first.output).not.toContain(new URL(given).password)
        const password = passwordIn(first.output)
        expect(password, first.output).toMatch(/^[\w-]{19}$/)
        expect((await citiesOffered(page, launcher.url, password ?? '')).sort()).toEqual(ELEVEN)
        expect(await first.signal('SIGINT')).toBe(0)

        const second = await launcher.start()
        expect(passwordIn(second.output)).toBeUndefined()
        expect((await citiesOffered(page, launcher.url, OWN_PASSWORD)).sort()).toEqual(ELEVEN)
        expect(await second.signal('SIGTERM')).toBe(0)
        expect(existsSync(path.join(launcher.data, 'pg'))).toBe(false)

        const owner = new pg.Client({ connectionString: ownerUrl })
        await owner.connect()
        const { rows } = await owner.query<{ name: string }>(
          'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
        )
        await owner.end()
        const migrations = readdirSync('prisma/migrations', { withFileTypes: true }).filter((each) =>
          each.isDirectory(),
        )
        expect(rows.map((row) => row.name)).toEqual(migrations.map((each) => each.name).sort())
      } finally {
        await dropDatabase(given, name)
      }
    })
  },
)

test('two starts on one folder: the second is told where the first one is', async ({ launcher }) => {
  await launcher.start('--empty')
  const second = await launcher.start()
  expect(second.output).toContain(`正由另一个门户使用`)
  expect(second.output).toContain(launcher.url)
})
