import { randomBytes } from 'node:crypto'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import pg from 'pg'
import { startWebServer } from '@/lib/commands/web-server.mjs'
import { freePort } from '@/lib/store/embedded-postgres'
import type { Stage } from './journey-server'
import { createDatabase, databaseUrl, dropDatabase } from './test-server'

export { expect }

const PASSWORD = 'Chengji-demo-2022'

/** Who asks a portal: a page, or a context without one, which is much cheaper. */
export type Visitor = Pick<Page, 'context' | 'request'>

/** A portal with the demonstration, for the tests of one file alone. */
export interface Portal {
  readonly url: string
  /** Signs a person of the demonstration in, in this page and all others of its context. */
  readonly signIn: (visitor: Visitor, login: string, password?: string) => Promise<void>
  /** The same with the session that the person got the last time, for tests that are not about sessions: much quicker. */
  readonly enter: (visitor: Visitor, login: string) => Promise<void>
  /** Looks behind the portal's back, as the owner of its database. */
  readonly query: <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<T[]>
  /** Kills the server as a power cut would; the promise it gives starts another at the same address. */
  readonly kill: () => Promise<() => Promise<void>>
}

type Standing = Portal & {
  readonly file: string
  /** The address of its database, as the owner. */
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

/**
 * Playwright's `test` with a portal: a database cloned from the seeded template and a server on a port of its own. Each spec
 * file gets a fresh one (and a new one after a failed test), so that no file sees what another did; `page.goto('/…')` goes to it.
 */
export const test = base.extend<{ portal: Portal }, { standing: { current: Standing | null } }>({
  standing: [
    async ({}, use) => {
      const standing: { current: Standing | null } = { current: null }
      await use(standing)
      await standing.current?.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  portal: async ({ standing }, use, { file }) => {
    if (standing.current?.file !== file) {
      await standing.current?.close()
      standing.current = null
      standing.current = await raisePortal(file)
    }
    await use(standing.current)
  },
  baseURL: async ({ portal }, use) => {
    await use(portal.url)
  },
})

/** A portal of its own database and port, on the stage that CHENGJI_STAGE describes. */
export async function raisePortal(file: string): Promise<Standing> {
  const { admin, template, password, script, files } = JSON.parse(process.env.CHENGJI_STAGE ?? '') as Stage
  const name = await createDatabase(admin, template)
  const ownerUrl = databaseUrl(admin, name)
  const appUrl = Object.assign(new URL(ownerUrl), { username: 'chengji_app', password }).href
  const [host, port] = ['127.0.0.1', await freePort()]
  const url = `http://${host}:${port}`
  const secret = randomBytes(32).toString('base64url')
  const start = async () => {
    const started = startWebServer({
      script,
      host,
      port,
      local: url,
      address: url,
      appUrl,
      secret,
      demo: true,
      files,
    })
    if (!(await started.answers))
      throw new Error(`the portal for ${file} did not answer: ${await started.ended}`)
    return started
  }
  let server = await start()
  const entered = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()
  const enter = async (visitor: Visitor, login: string) => {
    const cookies = entered.get(login)
    if (cookies !== undefined) return visitor.context().addCookies(cookies)
    await signIn(visitor, url, login, PASSWORD)
    entered.set(login, await visitor.context().cookies(url))
  }
  // Some journeys compare all that there is, table by table.
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // A connection may still be closing when its database is taken away, and then the pool says so.
  owner.on('error', () => undefined)
  return {
    file,
    url,
    ownerUrl,
    enter,
    signIn: (visitor, login, given = PASSWORD) => signIn(visitor, url, login, given),
    query: async <T extends pg.QueryResultRow>(sql: string, values?: unknown[]) =>
      (await owner.query<T>(sql, values)).rows,
    kill: async () => {
      await server.kill()
      return async () => {
        server = await start()
      }
    },
    close: async () => {
      await server.stop()
      await owner.end()
      await dropDatabase(admin, name)
    },
  }
}

/** Through the endpoint behind the sign-in form, which the journeys of signing in use themselves. */
async function signIn({ request }: Visitor, url: string, login: string, password: string): Promise<void> {
  const token = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string }
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    form: { csrfToken: token.csrfToken, login, password, json: 'true' },
  })
  expect(answer.status(), `${login} signs in`).toBe(200)
}
