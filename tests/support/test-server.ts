import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '@/lib/store/embedded-postgres'

/** A PostgreSQL server for tests; `admin` may create databases and roles. */
export interface TestServer {
  readonly admin: string
  readonly stop: () => Promise<void>
}

/** The server of TEST_DATABASE_URL, or an embedded one that trades its safety after a crash for speed. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return { admin: given, stop: () => Promise.resolve() }
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-test-'))
  // As root the server runs as another user, which must get through to its own folder.
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres(path.join(folder, 'pg'), [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
  ])
  // Whoever runs the tests may be killed; nothing of this server is worth an orderly end.
  const destroy = () => {
    if (!existsSync(folder)) return
    process.kill(server.pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  }
  process.once('exit', destroy)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(143))
  }
  return {
    admin: server.url('postgres'),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address of another database of the same server. */
export const databaseUrl = (admin: string, name: string): string =>
  Object.assign(new URL(admin), { pathname: `/${name}` }).href

/** Makes a database with a name of its own, empty or as a clone. */
export async function createDatabase(admin: string, template = 'template0'): Promise<string> {
  const name = `chengji_test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return name
}

/** Drops a database, whoever is still connected to it. */
export const dropDatabase = (admin: string, name: string): Promise<void> =>
  asAdmin(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)

async function asAdmin(admin: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
