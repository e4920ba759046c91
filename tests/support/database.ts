/**
 * Databases for tests. As vitest's globalSetup this file starts one server (an embedded cluster that need not survive a
 * crash, or the one of TEST_DATABASE_URL) and migrates one template; each test file clones it through freshDatabase().
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { useFileStore } from '@/lib/files/configured-store'
import { diskStore } from '@/lib/files/disk-store'
import { prepareApplicationRole } from '@/lib/store/application-role'
import { connect, usePrisma } from '@/lib/store/client'
import { migrate } from '@/lib/store/migrate'
import { createDatabase, databaseUrl, dropDatabase, startTestServer } from './test-server'

const PASSWORD = 'password-of-the-tests'

interface TestDatabases {
  readonly admin: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestDatabases
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const template = await createDatabase(server.admin)
  const url = databaseUrl(server.admin, template)
  await prepareApplicationRole(url, PASSWORD)
  await migrate(url)
  project.provide('databases', { admin: server.admin, template })
  return async () => {
    await dropDatabase(server.admin, template)
    await server.stop()
  }
}

/** A migrated database of one's own, to which lib/store is connected until it is dropped. */
export interface FreshDatabase {
  /** The owner: sees everything, for arranging and for looking behind the store's back. */
  readonly ownerUrl: string
  /** The role chengji_app, as the portal connects. */
  readonly appUrl: string
  /** Where the files that are uploaded lie. */
  readonly filesFolder: string
  readonly drop: () => Promise<void>
}

/** Clones the migrated template, and connects lib/store to the clone as the application. Call it in beforeAll, drop in afterAll. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { admin, template } = inject('databases')
  const name = await createDatabase(admin, template)
  const ownerUrl = databaseUrl(admin, name)
  const appUrl = new URL(ownerUrl)
  appUrl.username = 'chengji_app'
  appUrl.password = PASSWORD
  const client = connect(appUrl.href)
  const before = usePrisma(client)
  const folder = mkdtempSync(path.join(tmpdir(), 'chengji-files-'))
  const filesBefore = useFileStore(diskStore(folder))
  return {
    ownerUrl,
    appUrl: appUrl.href,
    filesFolder: folder,
    drop: async () => {
      usePrisma(before)
      useFileStore(filesBefore)
      rmSync(folder, { recursive: true, force: true })
      await client.$disconnect()
      await dropDatabase(admin, name)
    },
  }
}

/** An empty database, not migrated, as its owner; for tests of the migration itself. */
export async function emptyDatabase(): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const { admin } = inject('databases')
  const name = await createDatabase(admin)
  return { ownerUrl: databaseUrl(admin, name), drop: () => dropDatabase(admin, name) }
}
