import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { asOwner } from './owner'

/** `changed`: applied once with other text; `unknown`: applied by a newer portal; `unfinished`: another tool failed on it. */
export type MigrationFault = 'changed' | 'unknown' | 'unfinished'

/** What was applied to the database before is not what the folder of migrations holds. */
export class MigrationError extends Error {
  constructor(
    readonly fault: MigrationFault,
    readonly migration: string,
  ) {
    super(`${fault}: ${migration}`)
  }
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/** The number under which Prisma's own engine migrates, so that the two exclude each other. */
export const MIGRATION_LOCK = 72_707_369

// As Prisma's engine makes it, so that `prisma migrate deploy` and `status` agree with what was done here.
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/**
 * Applies the migrations that a database has not had yet, each wholly or not at all, one process at a time.
 * @param ownerUrl the login that owns the schema; the role chengji_app must exist
 * @returns the names of those applied by this call
 * @throws MigrationError when what was applied before is not what the folder holds
 */
export async function migrate(
  ownerUrl: string,
  folder = path.resolve('prisma/migrations'),
): Promise<string[]> {
  const migrations = readMigrations(folder)
  return await asOwner(ownerUrl, async (owner) => {
    // The end of the connection gives the lock back.
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const { rows: table } = await owner.query<{ there: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
    )
    if (table[0]?.there !== true) await owner.query(TABLE)
    const pending = findPending(migrations, await readApplied(owner))
    for (const migration of pending) await apply(owner, migration)
    return pending.map(({ name }) => name)
  })
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function readApplied(owner: pg.Client): Promise<Applied[]> {
  const { rows } = await owner.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const migration = known.get(name)
    if (migration === undefined) throw new MigrationError('unknown', name)
    if (finishedAt === null) throw new MigrationError('unfinished', name)
    if (migration.checksum !== checksum) throw new MigrationError('changed', name)
    known.delete(name)
  }
  return [...known.values()]
}

async function apply(owner: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await owner.query('BEGIN')
  try {
    await owner.query(sql)
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await owner.query('COMMIT')
  } catch (error) {
    // Over a connection that is gone there is nothing to take back.
    await owner.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
