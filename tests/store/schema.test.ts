import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../support/database'

interface Column {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly hasDefault: boolean
}

interface Table {
  readonly columns: readonly Column[]
  readonly primaryKey: readonly string[]
  /** Other unique keys, each as its columns. */
  readonly uniques: readonly string[]
}

type Tables = Readonly<Record<string, Table>>

/** How Prisma's types are stored unless an attribute says otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
}
const NATIVE: Readonly<Record<string, string>> = {
  Uuid: 'uuid',
  Date: 'date',
  'Timestamptz(6)': 'timestamp with time zone',
  'Decimal(24, 6)': 'numeric(24,6)',
  Text: 'text',
}

const list = (text: string): string[] => text.split(',').map((name) => name.trim())

/** Reads schema.prisma: one field a line, `@@id` and `@@unique` after them. */
function readSchema(): Tables {
  const text = readFileSync(path.resolve('prisma/schema.prisma'), 'utf8')
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  const names = models.map(([, name]) => name)
  return Object.fromEntries(models.map(([, name = '', body = '']) => [name, readModel(body, names)]))
}

function readModel(body: string, models: readonly (string | undefined)[]): Table {
  const columns: Column[] = []
  const uniques: string[] = []
  let primaryKey: string[] = []
  for (const line of body.split('\n').map((each) => each.replace(/\/\/.*/, '').trim())) {
    const block = /^@@(id|unique)\(\[([^\]]*)\]/.exec(line)
    if (block !== null && block[1] === 'id') primaryKey = list(block[2] ?? '')
    else if (block !== null) uniques.push(list(block[2] ?? '').join(','))
    const field = /^(\w+)\s+(\w+)(\?|\[\])?\s*(.*)$/.exec(line)
    if (line.startsWith('@@') || field === null) continue
    const [, name = '', type = '', mark, attributes = ''] = field
    if (models.includes(type)) continue
    if (/@id\b/.test(attributes)) primaryKey = [name]
    if (/@unique\b/.test(attributes)) uniques.push(name)
    const native = /@db\.(\w+(?:\([^)]*\))?)/.exec(attributes)?.[1]
    columns.push({
      name,
      type: (native === undefined ? TYPES[type] : NATIVE[native]) ?? `${type} ${native ?? ''}`,
      optional: mark === '?',
      hasDefault: attributes.includes('@default('),
    })
  }
  return { columns, primaryKey, uniques: uniques.sort() }
}

let database: FreshDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** Reads the migrated database, in the same words. */
async function readDatabase(): Promise<Tables> {
  const { rows } = await owner.query<Column & { table: string }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       NOT a.attnotnull AS optional, (a.atthasdef OR a.attidentity <> '') AS "hasDefault"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     ORDER BY c.relname, a.attnum`,
  )
  const keys = await owner.query<{ table: string; columns: string; primary: boolean }>(
    `SELECT i.indrelid::regclass::text AS "table", i.indisprimary AS "primary",
       (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey) WITH ORDINALITY k(num, n)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num) AS columns
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NULL`,
  )
  return Object.fromEntries(
    [...new Set(rows.map(({ table }) => table))].map((table): [string, Table] => {
      const own = keys.rows.filter((key) => key.table === table)
      return [
        table,
        {
          columns: rows
            .filter((row) => row.table === table)
            .map(({ name, type, optional, hasDefault }) => ({ name, type, optional, hasDefault })),
          primaryKey: own.find(({ primary }) => primary)?.columns.split(',') ?? [],
          uniques: own.flatMap(({ primary, columns }) => (primary ? [] : [columns])).sort(),
        },
      ]
    }),
  )
}

describe('schema.prisma and the migrated database', () => {
  it('have the same tables', async () => {
    expect(Object.keys(readSchema()).sort()).toEqual(Object.keys(await readDatabase()).sort())
  })

  it('agree on every column, its type, whether it may be empty, and on every key', async () => {
    const migrated = await readDatabase()
    for (const [name, table] of Object.entries(readSchema()))
      expect({ name, ...table }).toEqual({ name, ...migrated[name] })
  })
})
