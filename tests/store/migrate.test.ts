import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { APPLICATION_ROLE } from '@/lib/store/application-role'
import { migrate } from '@/lib/store/migrate'
import { emptyDatabase } from '@/tests/support/database'

const FIRST = '0001_foundation'

let database: Awaited<ReturnType<typeof emptyDatabase>>
let folder: string
let owner: pg.Client

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'chengji-migrations-'))
  cpSync('prisma/migrations', folder, { recursive: true })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterEach(async () => {
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const record = async () =>
  (await owner.query<{ migration_name: string }>('SELECT * FROM _prisma_migrations ORDER BY migration_name'))
    .rows

describe('migrate', () => {
  it('applies everything once, and a second time nothing', async () => {
    expect(await migrate(database.ownerUrl, folder)).toContain(FIRST)
    const before = await record()
    expect(await migrate(database.ownerUrl, folder)).toEqual([])
    expect(await record()).toEqual(before)
  })

  it('lets one of several at once do the work, and the others find it done', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, folder)))
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
    expect(await record()).toHaveLength(applied.flat().length)
  })

  it('refuses a migration whose text changed after it was applied', async () => {
    await migrate(database.ownerUrl, folder)
    writeFileSync(path.join(folder, FIRST, 'migration.sql'), '-- something else')
    await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({
      fault: 'changed',
      migration: FIRST,
    })
  })

  it('refuses a database that a newer portal has migrated', async () => {
    await migrate(database.ownerUrl, folder)
    rmSync(path.join(folder, FIRST), { recursive: true })
    await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({
      fault: 'unknown',
      migration: FIRST,
    })
  })

  it('refuses to go on after another tool failed half-way', async () => {
    await migrate(database.ownerUrl, folder)
    await owner.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [FIRST])
    await expect(migrate(database.ownerUrl, folder)).rejects.toMatchObject({
      fault: 'unfinished',
      migration: FIRST,
    })
  })

  it('leaves nothing of a migration that fails in its middle', async () => {
    const broken = path.join(folder, '9999_broken')
    cpSync(path.join(folder, FIRST), broken, { recursive: true })
    writeFileSync(
      path.join(broken, 'migration.sql'),
      'CREATE TABLE half_made (id int); SELECT no_such_function();',
    )
    await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('no_such_function')
    expect((await record()).map((row) => row.migration_name)).not.toContain('9999_broken')
    expect((await owner.query(`SELECT to_regclass('half_made') AS t`)).rows).toEqual([{ t: null }])
  })

  it('leaves the application a role that owns nothing and cannot pass by row-level security', async () => {
    await migrate(database.ownerUrl, folder)
    const owned = await owner.query(
      'SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = $1',
      [APPLICATION_ROLE],
    )
    expect(owned.rows).toEqual([])
    const role = await owner.query(
      'SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = $1',
      [APPLICATION_ROLE],
    )
    expect(role.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    ])
  })
})
