import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOVES } from '@/lib/reporting/moves'
import { EVENT_KINDS, STATUSES } from '@/lib/store/reports'
import { people } from '../support/actors'
import { leadTo, life, makeWorld, OPEN, row, type World } from '../support/fixtures'

/** Names that promise history: nothing in such a table is ever changed or taken away. */
const HISTORY_BY_NAME =
  /_change$|^version_|^report_(?:version|event)$|^returned_|^ledger_|^audit_|^issued_|_decision$|^own_target$/

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

async function query<R extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<R[]> {
  return (await world.owner.query<R>(sql, parameters)).rows
}
const names = async (sql: string): Promise<string[]> =>
  (await query<{ name: string }>(sql)).map(({ name }) => name)

/** The portal's own tables: those of the migrations. */
const TABLES = `SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`
/** Those whose rows each belong to one city. */
const CITY_TABLES = `SELECT t.* FROM (${TABLES}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'city' AND a.attnotnull`

describe('every table that has a city', () => {
  it('has row-level security enabled and forced, and policies for reading', async () => {
    expect((await names(CITY_TABLES)).length).toBeGreaterThan(10)
    const withCity = `SELECT t.* FROM (${TABLES}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'city'`
    expect(
      await names(`SELECT name FROM (${withCity}) t WHERE NOT (relrowsecurity AND relforcerowsecurity)`),
    ).toEqual([])
    const unread = `SELECT name FROM (${withCity}) t WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid
      AND p.polcmd IN ('r', '*') AND 'chengji_app'::regrole = ANY (p.polroles))`
    expect(await names(unread)).toEqual([])
  })

  it('lets the application write a row only under a check that names the one city of the permit', async () => {
    const unchecked = `SELECT t.name || ' ' || p.polname AS name FROM (${CITY_TABLES}) t JOIN pg_policy p ON p.polrelid = t.oid
      WHERE 'chengji_app'::regrole = ANY (p.polroles) AND p.polcmd <> 'r'
        AND coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') NOT LIKE '%city = NULLIF(current_setting(''app.city''%'`
    expect(await names(unchecked)).toEqual([])
  })

  it('begins its keys and its indexes with the city', async () => {
    const elsewhere = `SELECT i.indexrelid::regclass::text AS name FROM (${CITY_TABLES}) t JOIN pg_index i ON i.indrelid = t.oid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
      WHERE (i.indisunique OR i.indisprimary) AND a.attname <> 'city'`
    expect(await names(elsewhere)).toEqual([])
    const keyless = `SELECT name FROM (${TABLES}) t WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)`
    expect(await names(keyless)).toEqual([])
  })

  it('carries the city in every reference to another such table', async () => {
    const cityless = `SELECT k.conrelid::regclass || ' ' || k.conname AS name FROM pg_constraint k
      JOIN (${CITY_TABLES}) own ON own.oid = k.conrelid JOIN (${CITY_TABLES}) other ON other.oid = k.confrelid
      WHERE k.contype = 'f' AND NOT EXISTS (
        SELECT FROM unnest(k.conkey, k.confkey) AS pair(mine, theirs)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.mine
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.theirs
        WHERE a.attname = 'city' AND b.attname = 'city')`
    expect(await names(cityless)).toEqual([])
    // Rows of registers come by the thousand: their report is looked for once a statement (0053; tests/store/save-rows.test.ts).
    const rootless = `SELECT name FROM (${CITY_TABLES}) t WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = t.oid) ORDER BY name`
    expect(await names(rootless)).toEqual(['register_row', 'register_row_change'])
  })
})

describe('the role of the application', () => {
  it('is no superuser, passes by no row-level security, makes nothing and belongs to nobody', async () => {
    const [role] = await query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'chengji_app'`,
    )
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    })
    expect(await query(`SELECT FROM pg_auth_members WHERE member = 'chengji_app'::regrole`)).toEqual([])
  })

  it('owns nothing, whatever its kind, and can make nothing', async () => {
    // PostgreSQL keeps one list of what each role owns, of every kind: tables, schemas, types, functions, the database itself.
    const owned = `SELECT DISTINCT classid::regclass::text AS name FROM pg_shdepend
      WHERE refclassid = 'pg_authid'::regclass AND refobjid = 'chengji_app'::regrole AND deptype = 'o'
        AND (dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          OR classid = 'pg_database'::regclass AND objid = (SELECT oid FROM pg_database WHERE datname = current_database()))
      ORDER BY 1`
    expect(await names(owned)).toEqual([])
    await world.owner.query('BEGIN')
    try {
      await world.owner.query(`CREATE SCHEMA probe AUTHORIZATION chengji_app`)
      await world.owner.query(
        `CREATE TYPE public.probe AS ENUM ('a'); ALTER TYPE public.probe OWNER TO chengji_app`,
      )
      await world.owner.query(`CREATE TABLE probe.probe (); ALTER TABLE probe.probe OWNER TO chengji_app`)
      await world.owner.query(
        `CREATE FUNCTION probe.probe() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION probe.probe() OWNER TO chengji_app`,
      )
      await world.owner.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO chengji_app', current_database()); END $$`,
      )
      expect(await names(owned)).toEqual(['pg_class', 'pg_database', 'pg_namespace', 'pg_proc', 'pg_type'])
    } finally {
      await world.owner.query('ROLLBACK')
    }
    expect(
      await names(
        `SELECT nspname AS name FROM pg_namespace WHERE has_schema_privilege('chengji_app', oid, 'CREATE')`,
      ),
    ).toEqual([])
    const [may] = await query(
      `SELECT has_database_privilege('chengji_app', current_database(), 'CREATE') AS "schemas"`,
    )
    expect(may).toEqual({ schemas: false })
  })

  it('deletes and truncates nowhere, changes no history, and cannot set the clock or the table of moves', async () => {
    const may = (privilege: string) =>
      names(`SELECT name FROM (${TABLES}) t WHERE has_table_privilege('chengji_app', t.oid, '${privilege}')`)
    expect([
      ...(await may('DELETE')),
      ...(await may('TRUNCATE')),
      ...(await may('TRIGGER')),
      ...(await may('REFERENCES')),
    ]).toEqual([])
    const changed = await may('UPDATE')
    expect(changed.filter((table) => HISTORY_BY_NAME.test(table))).toEqual([])
    const fixed = ['portal_setting', 'legal_move']
    expect([...(await may('INSERT')), ...changed].filter((table) => fixed.includes(table))).toEqual([])
    expect(
      await names(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relname = '_prisma_migrations' AND has_table_privilege('chengji_app', c.oid, 'SELECT')`,
      ),
    ).toEqual([])
  })

  it('runs no function with the rights of its owner', async () => {
    expect(
      await names(
        `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
      ),
    ).toEqual([])
  })
})

describe('history', () => {
  let history: string[]

  beforeAll(async () => {
    history = await names(
      `SELECT name FROM (${TABLES}) t WHERE has_table_privilege('chengji_app', t.oid, 'INSERT')
         AND NOT has_any_column_privilege('chengji_app', t.oid, 'UPDATE') ORDER BY 1`,
    )
    await life.prepare(people.officer, OPEN, [])
    await life.addRows(people.officer, OPEN, 'custody_smes', [row('a row')])
    await leadTo('accepted', people.officer, OPEN)
  })

  it('is what its name promises: the application can add to it and read it, and nothing else', async () => {
    const promised = (await names(TABLES)).filter((table) => HISTORY_BY_NAME.test(table))
    expect(promised.filter((table) => !history.includes(table))).toEqual([])
  })

  it('refuses UPDATE, DELETE and TRUNCATE even to the owner of the database', async () => {
    const refusal = async (sql: string): Promise<string | undefined> => {
      await world.owner.query('BEGIN')
      try {
        await world.owner.query(sql)
        return undefined
      } catch (error) {
        return error instanceof pg.DatabaseError ? error.code : String(error)
      } finally {
        await world.owner.query('ROLLBACK')
      }
    }
    expect(history.length).toBeGreaterThan(10)
    for (const table of history) {
      const [column] = await names(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum = 1`,
      )
      const [count] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
      const isFilled = (count?.n ?? 0) > 0
      const codes = {
        update: await refusal(`UPDATE ${table} SET ${column ?? ''} = ${column ?? ''}`),
        delete: await refusal(`DELETE FROM ${table}`),
        truncate: await refusal(`TRUNCATE ${table} CASCADE`),
      }
      const each = isFilled ? 'CJ001' : undefined
      expect({ table, ...codes }).toEqual({ table, update: each, delete: each, truncate: 'CJ001' })
      const triggers = await names(
        `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = '${table}'::regclass AND tgenabled = 'O' AND tgfoid = 'refuse_change'::regproc`,
      )
      expect({ table, triggers: triggers.length }).toEqual({ table, triggers: 2 })
    }
  })
})

describe('the moves of a report', () => {
  it('are the same in the database and in lib/reporting', async () => {
    const kept = await query(
      'SELECT from_status AS "from", kind, to_status AS "to", role, route FROM legal_move',
    )
    const known = MOVES.flatMap(({ from, kind, to, roles, route = 'any' }) =>
      roles.map((role) => ({ from, kind, to, role, route })),
    )
    const inOrder = (moves: readonly object[]) =>
      moves.map((move) => JSON.stringify(Object.entries(move).sort())).sort()
    expect(inOrder(kept)).toEqual(inOrder(known))
  })

  it('lead from the open report to every status, and use every kind of event', () => {
    const reached = new Set(['open'])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const { from, to } of MOVES) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...STATUSES].sort())
    expect([...new Set(MOVES.map(({ kind }) => kind))].sort()).toEqual([...EVENT_KINDS].sort())
  })

  it('leave no report stuck: from every status but acceptance somebody can go on, and can reach acceptance', () => {
    const canReach = new Set(['accepted'])
    for (let before = 0; before < canReach.size;) {
      before = canReach.size
      for (const { from, to } of MOVES) if (canReach.has(to)) canReach.add(from)
    }
    expect([...canReach].sort()).toEqual([...STATUSES].sort())
  })
})
