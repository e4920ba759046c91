import { AccessRefused, actorOf, assertPermit, type Permit, type Scope } from '@/lib/access/authorize'
import type { Action } from '@/lib/access/actions'
import type { Actor } from '@/lib/access/roles'
import pg, { type PoolClient, type QueryResult } from 'pg'
import { connections, preparedName, prisma } from './client'
import { directly, onLine, runOn } from './direct'
import { Prisma } from './generated/client'

type Database = Prisma.TransactionClient

/** What brings a version: a submission, or an approved restatement. */
export type BringingVersion = Work<'report.submit' | 'restatement.decide'>

const databases = new WeakMap<Work, Database>()
const brief = new WeakMap<Work, PoolClient>()

/**
 * One open transaction and the permit that opened it. Every function of this folder takes one, so that nothing reads or
 * writes without a permit, and everything of one use-case happens wholly or not at all.
 */
export interface Work<A extends Action = Action> {
  readonly permit: Permit<A>
  /** The city the permit is for; '' when it is for none. */
  readonly city: string
  /** The database's clock at the start of the transaction, or the past moment as of which it reads. */
  readonly now: Date
}

/** The transaction behind a unit of work; for this folder only. */
export function databaseOf(work: Work): Database {
  const database = databases.get(work)
  if (database === undefined) throw new TypeError('the unit of work is over, or was never begun')
  return database
}

/** The person who does this work. */
export const actorIn = (work: Work): Actor => actorOf(work.permit)

/**
 * Runs `task` in one transaction, as the application role, with the permit's city or province told to the row-level
 * security policies as its first statement (transaction-local, so that a pooled connection keeps nothing).
 * @throws AccessRefused notFound when an assessor is not assigned to the city today
 */
export async function begin<A extends Action, T>(
  permit: Permit<A>,
  task: (work: Work<A>) => Promise<T>,
): Promise<T> {
  assertPermit(permit, permit.action)
  return onLine((line) =>
    prisma().$transaction(
      async (prismas) => {
        const database = directly(prismas, line, preparedName)
        const work: Work<A> = {
          permit,
          city: permit.scope.city,
          now: await enter(database, permit),
        }
        databases.set(work, database)
        try {
          return await task(work)
        } finally {
          databases.delete(work)
        }
      },
      // On deadline day requests queue for a connection; refusing them after Prisma's default two seconds would lose work.
      { maxWait: 15_000, timeout: 30_000 },
    ),
  )
}

/** A statement that finds one row of this shape. */
type Finding<F> = Prisma.Sql & { readonly row?: F }

/**
 * The same for what happens most, past Prisma, whose engine would take longer over each statement than the database: one
 * statement that tells the policies whose work it is and finds what it needs, and then only what `execute` runs.
 */
export async function beginBriefly<A extends Action, F extends { readonly now: Date }, T>(
  permit: Permit<A>,
  open: (scope: Scope, account: string) => Finding<F>,
  task: (work: Work<A>, found: F) => Promise<T>,
): Promise<T> {
  assertPermit(permit, permit.action)
  return connected(async (connection) => {
    await connection.query('BEGIN')
    const [found] = await run<F & object>(connection, open(permit.scope, permit.actor?.id ?? ''))
    if (found === undefined) throw new Error('the database gave no time')
    const work: Work<A> = { permit, city: permit.scope.city, now: found.now }
    brief.set(work, connection)
    const result = await task(work, found).finally(() => brief.delete(work))
    const { command } = await connection.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('a statement failed unnoticed, and nothing was kept')
    return result
  })
}

/** A connection of the pool, for one transaction that `task` begins and ends; what fails is rolled back. */
async function connected<T>(task: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await connections().connect()
  let broken: Error | undefined
  try {
    return await task(connection)
  } catch (error) {
    await connection.query('ROLLBACK').catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error('the connection is lost')
    })
    throw error
  } finally {
    connection.release(broken)
  }
}

/**
 * Hands over what a COPY … TO STDOUT gives, row after row, in memory that is used again. Its transaction, which only reads, is
 * one message: the policies are told whose work it is as in every other. A COPY takes no values: whatever is not ours in `text`
 * is a literal of `pg`.
 * @throws AccessRefused notFound when an assessor is not assigned to the city today
 */
export function copyOut(permit: Permit, text: string, take: (row: Buffer) => void): Promise<void> {
  assertPermit(permit, permit.action)
  const isAssessed = permit.scope.scope === 'assessed'
  const statements = [
    'BEGIN READ ONLY',
    withLiterals(entering(permit)),
    ...(isAssessed ? [withLiterals(assigned(permit))] : []),
    text,
    'COMMIT',
  ]
  return connected(async (connection) => {
    const rows = await new Promise<readonly object[]>((resolve, reject) => {
      const copying = new Copying(statements.join(';\n'), take, (error, results) => {
        // pg gives null where its types say undefined.
        const failure: unknown = error ?? copying.failure
        if (failure instanceof Error) reject(failure)
        else resolve(results.flatMap((each) => each.rows))
      })
      connection.query(copying)
    })
    // Its policies had hidden every row.
    if (isAssessed) requireAssigned(rows.filter((row): row is { may: boolean } => 'may' in row))
  })
}

/** A statement with its values written into it. */
const withLiterals = ({ strings, values }: Prisma.Sql): string =>
  strings.reduce((text, part, i) => {
    const value: unknown = values[i - 1]
    return `${text}${value === null ? 'NULL' : pg.escapeLiteral(value instanceof Date ? value.toISOString() : (value as string))}${part}`
  })

/** A COPY as pg sends it: every message is a row. */
class Copying extends pg.Query {
  failure: unknown
  readonly #take: (row: Buffer) => void

  constructor(
    text: string,
    take: (row: Buffer) => void,
    done: (error: Error | null, results: readonly QueryResult<object>[]) => void,
  ) {
    super(text, done)
    this.#take = take
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.failure !== undefined) return
    try {
      this.#take(chunk)
    } catch (error) {
      // It is thrown once the connection has nothing more to say.
      this.failure = error
    }
  }
}

/** Runs a statement that gives nothing back, in either kind of work. */
export async function execute(work: Work, statement: Prisma.Sql): Promise<void> {
  const connection = brief.get(work)
  if (connection === undefined) await databaseOf(work).$executeRaw(statement)
  else await run(connection, statement)
}

const run = async <R extends object>(connection: PoolClient, statement: Prisma.Sql): Promise<R[]> =>
  (await runOn<R>(connection, statement, preparedName)).rows

/**
 * Does within the same transaction what the portal does by itself, and then goes on as the person: whatever is told of a
 * deed is told with it or not at all. A `task` that fails leaves the transaction to be rolled back.
 */
export async function asPortal(
  work: Work,
  permit: Permit<'message.collect'>,
  task: (portal: Work<'message.collect'>) => Promise<void>,
): Promise<void> {
  assertPermit(permit, 'message.collect')
  const database = databaseOf(work)
  const portal: Work<'message.collect'> = { permit, city: '', now: work.now }
  await enter(database, permit)
  databases.set(portal, database)
  try {
    await task(portal)
  } finally {
    databases.delete(portal)
  }
  await enter(database, work.permit)
}

async function enter(database: Database, permit: Permit): Promise<Date> {
  // What looks back writes nothing.
  if (permit.known !== null) await database.$executeRaw`SET TRANSACTION READ ONLY`
  const [row] = await database.$queryRaw<{ now: Date }[]>(entering(permit))
  if (row === undefined) throw new Error('the database gave no time')
  if (permit.scope.scope === 'assessed') requireAssigned(await database.$queryRaw(assigned(permit)))
  return row.now
}

/** Tells the policies whose work it is, and finds the time. */
const entering = ({ scope: { scope, city, province }, actor, known }: Permit): Finding<{ now: Date }> =>
  Prisma.sql`/* prepared enter */
    SELECT set_config('app.scope', ${scope}, true), set_config('app.city', ${city}, true),
           set_config('app.province', ${province}, true), set_config('app.account', ${actor?.id ?? ''}, true),
           set_config('app.role', ${actor?.role ?? ''}, true),
           set_config('app.known_at', CASE WHEN ${known}::timestamptz IS NULL THEN '' ELSE least(${known}::timestamptz, chengji_now())::text END, true),
           least(${known}::timestamptz, chengji_now()) AS now`

const assigned = ({ scope: { city } }: Permit): Finding<{ may: boolean }> =>
  Prisma.sql`SELECT assessor_may_read(${city}) AS may`

/** What an assessor is not assigned to today is not there. */
function requireAssigned([found]: readonly { readonly may: boolean }[]): void {
  if (found?.may !== true) throw new AccessRefused('notFound')
}

/** The database error code (SQLSTATE) behind a failed statement, if that is what it was. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, meta, message } = error as { code?: unknown; meta?: unknown; message?: unknown }
  const text = `${typeof code === 'string' ? code : ''} ${typeof message === 'string' ? message : ''} ${JSON.stringify(meta ?? {})}`
  return /\b(CJ00\d|23505|42501|40001)\b/.exec(text)?.[1] ?? (code === 'P2002' ? '23505' : undefined)
}
