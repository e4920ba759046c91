import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
  return {
    admin: server.url('postgres'),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
