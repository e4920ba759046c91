/**
 * Runs beside the journeys, in a process of its own because it is TypeScript of the portal: builds the pages, starts a
 * database server, lays the demonstration down once as a template, says where all that is, and ends with its parent.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBuilt, ensureGenerated } from '@/lib/commands/build.mjs'
import { beginLife, plainly } from '@/lib/commands/life.mjs'
import { problems } from '@/lib/commands/messages.mjs'
import { prepareApplicationRole } from '@/lib/store/application-role'
import { migrate } from '@/lib/store/migrate'
import { createDatabase, databaseUrl, dropDatabase, startTestServer } from './test-server'

/** Where the journeys find what they need. */
export interface Stage {
  readonly admin: string
  readonly template: string
  /** The password of the role chengji_app. */
  readonly password: string
  /** The built server. */
  readonly script: string
  /** Folder of uploaded files: each kept under its city and digest, so that the portals can share it. */
  readonly files: string
}

const PASSWORD = 'password-of-the-tests'
const life = beginLife((error) => plainly(error, problems.unexpected))
process.once('disconnect', () => void life.end(0))

try {
  await ensureGenerated(life)
  const files = mkdtempSync(path.join(tmpdir(), 'chengji-files-'))
  await life.acquire(Promise.resolve(files), (folder) => {
    rmSync(folder, { recursive: true, force: true })
    return Promise.resolve()
  })
  const [script, place] = await Promise.all([ensureBuilt(life), layTemplate(files)])
  process.send?.({ script, password: PASSWORD, files, ...place } satisfies Stage)
} catch (error) {
  await life.fail(error)
}

async function layTemplate(files: string): Promise<Pick<Stage, 'admin' | 'template'>> {
  const { admin } = await life.acquire(startTestServer(), (server) => server.stop())
  const template = await life.acquire(createDatabase(admin), (name) => dropDatabase(admin, name))
  const ownerUrl = databaseUrl(admin, template)
  const appUrl = await prepareApplicationRole(ownerUrl, PASSWORD)
  await migrate(ownerUrl)
  const { anchorDemoClock, seed } = await import('@/prisma/seed')
  await seed({ ownerUrl, appUrl, mode: 'demo', files })
  await anchorDemoClock(ownerUrl)
  return { admin, template }
}
