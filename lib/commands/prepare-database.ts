import path from 'node:path'
import { ApplicationRoleError, prepareApplicationRole } from '@/lib/store/application-role'
import { EMBEDDED_VERSION, EmbeddedPostgresError } from '@/lib/store/embedded-cluster'
import { startEmbeddedPostgres } from '@/lib/store/embedded-postgres'
import { migrate, MigrationError } from '@/lib/store/migrate'
import { createOnce, serverVersion } from '@/lib/store/owner'
import type { Life } from './life.mjs'
import { problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import type { StartOptions } from './start-options.mjs'
import { derive } from './web-server.mjs'

const OLDEST = 15
const NAME = 'chengji'

export interface Database {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Where the data lies, for people. */
  readonly where: string
}

export type ServeOptions = StartOptions & { readonly secret: string }

/** Starts or finds the database, and brings its role and its structure up to date. */
export async function prepareDatabase(options: ServeOptions, life: Life): Promise<Database> {
  const ownerUrl =
    options.databaseUrl ?? (await step(steps.database, () => startEmbedded(options.dataFolder, life)))
  if (options.databaseUrl !== null) await step(steps.connect, () => requireServer(ownerUrl))
  const appUrl = await step(steps.migrate, async () => {
    try {
      const url =
        options.appDatabaseUrl ??
        (await prepareApplicationRole(ownerUrl, derive(options.secret, 'chengji_app')))
      await migrate(ownerUrl, path.resolve('prisma/migrations'))
      return url
    } catch (error) {
      throw new Refused(whyNotPrepared(error))
    }
  })
  return { ownerUrl, appUrl, where: options.databaseUrl === null ? options.dataFolder : placeOf(ownerUrl) }
}

async function startEmbedded(folder: string, life: Life): Promise<string> {
  try {
    const server = await life.acquire(startEmbeddedPostgres(path.join(folder, 'pg')), (it) => it.stop())
    void server.ended.then((last) =>
      life.end(1, life.signal.aborted ? undefined : problems.databaseEnded(last).join('\n')),
    )
    await createOnce(server.url('postgres'), NAME)
    return server.url(NAME)
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? new Refused(whyNotStarted(error, folder)) : error
  }
}

function whyNotStarted({ fault, detail }: EmbeddedPostgresError, folder: string): readonly [string, string] {
  if (/No space left on device|ENOSPC/.test(detail)) return problems.diskFull()
  switch (fault) {
    case 'noBinary':
      return problems.noEmbedded(detail)
    case 'rootOnly':
      return problems.rootOnly(detail)
    case 'wrongVersion':
      return problems.folderVersion(folder, detail, EMBEDDED_VERSION)
    case 'unreadable':
      return problems.folderUnusable(folder, detail)
    case 'broken':
      return problems.folderBroken(folder, detail)
    case 'initFailed':
    case 'startFailed':
      return problems.databaseNotStarted(detail)
  }
}

async function requireServer(url: string): Promise<void> {
  const version = await serverVersion(url).catch((error: unknown) => {
    throw new Refused(problems.databaseUnreachable(placeOf(url), messageOf(error)))
  })
  if (!(Number.parseInt(version, 10) >= OLDEST)) throw new Refused(problems.databaseTooOld(version))
}

function whyNotPrepared(error: unknown): readonly [string, string] {
  if (error instanceof ApplicationRoleError) {
    return error.fault === 'inUse' ? problems.roleInUse(error.detail) : problems.roleUnsafe(error.detail)
  }
  if (error instanceof MigrationError) {
    const { fault, migration } = error
    if (fault === 'changed') return problems.migrationChanged(migration)
    return fault === 'unknown'
      ? problems.migrationUnknown(migration)
      : problems.migrationUnfinished(migration)
  }
  const message = messageOf(error)
  return message.includes('No space left on device')
    ? problems.diskFull()
    : problems.databaseNotPrepared(message)
}

/** Several addresses tried give an error without a message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** A database's address without its login. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${decodeURIComponent(pathname)}`
}
