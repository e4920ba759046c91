import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg, { type ClientBase } from 'pg'
import { Prisma } from './generated/client'

/** The connection of an open transaction of Prisma; null before it is open, and once it is being closed. */
export interface Line {
  connection: ClientBase | null
}

// One a process, across module reloads in development, as the clients that open their transactions on it.
const across = globalThis as unknown as { chengjiOpening?: AsyncLocalStorage<Line> }
const opening = (across.chengjiOpening ??= new AsyncLocalStorage<Line>())

/** Runs what opens a transaction, which then says on the line over which connection it goes. */
export const onLine = <T>(open: (line: Line) => Promise<T>): Promise<T> => {
  const line: Line = { connection: null }
  return opening.run(line, () => open(line))
}

/** The way to the database for Prisma, which says over which connection a transaction goes, from its beginning to its end. */
export class DirectPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const line = opening.getStore()
      const transaction = await start(level)
      if (line === undefined) return transaction
      line.connection = (transaction as unknown as { readonly client: ClientBase }).client
      const execute = transaction.executeRaw.bind(transaction)
      transaction.executeRaw = (query) => {
        // Whether the work ended it or its time was over: nothing may come behind it on a connection that is somebody else's then.
        if (/^\s*(COMMIT|ROLLBACK)\b(?! TO)/i.test(query.sql)) line.connection = null
        return execute(query)
      }
      return transaction
    }
    return adapter
  }
}

type Tagged = readonly [sql: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

const statementOf = ([sql, ...values]: Tagged): Prisma.Sql =>
  'raw' in sql ? Prisma.sql(sql, ...values) : sql

/**
 * The transaction with its statements in SQL sent over its connection past Prisma, whose engine takes longer over each than the
 * database, and copies what they carry several times. What is asked of Prisma's models goes through Prisma.
 */
export function directly(
  database: Prisma.TransactionClient,
  line: Line,
  nameOf: (statement: { sql: string }) => string,
): Prisma.TransactionClient {
  const run = async (given: Tagged): Promise<pg.QueryResult<pg.QueryResultRow>> => {
    if (line.connection === null) throw new TypeError('the transaction of this work is over')
    return runOn(line.connection, statementOf(given), nameOf)
  }
  const past = {
    $queryRaw: async (...given: Tagged) => (await run(given)).rows,
    $executeRaw: async (...given: Tagged) => (await run(given)).rowCount ?? 0,
  }
  return new Proxy(database, {
    get: (target, key) =>
      key in past ? past[key as keyof typeof past] : (Reflect.get(target, key) as unknown),
  })
}

/** Runs one statement on a connection, values and rows as Prisma takes and gives them. */
export const runOn = <R extends pg.QueryResultRow>(
  connection: ClientBase,
  { text, values }: Prisma.Sql,
  nameOf: (statement: { sql: string }) => string,
): Promise<pg.QueryResult<R>> => {
  const name = nameOf({ sql: text })
  return connection.query<R>({
    text,
    values: values.map(given),
    types: TYPES,
    ...(name !== '' && { name }),
  })
}

function given(value: unknown): unknown {
  if (value === undefined)
    throw new TypeError('a value of a statement is undefined: null says that there is none')
  // In no time zone but its own, whatever that of the process.
  if (value instanceof Date) return value.toISOString()
  return Prisma.Decimal.isDecimal(value) ? value.toFixed() : value
}

const { builtins } = pg.types
const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`)
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  [builtins.NUMERIC]: (text) => new Prisma.Decimal(text),
  [builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [builtins.TIMESTAMP]: utc,
}
const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid: number) => PARSERS[oid] ?? (pg.types.getTypeParser(oid) as (text: string) => unknown),
}
