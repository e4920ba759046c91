import { createHash } from 'node:crypto'
import pg from 'pg'
import { env } from '@/lib/env'
import { DirectPg } from './direct'
import { PrismaClient } from './generated/client'

// One pool a process, also across module reloads in development.
const held = globalThis as unknown as {
  chengjiPrisma?: PrismaClient
  chengjiPools?: WeakMap<PrismaClient, pg.Pool>
}

/** Connects as the application role. The pool is small on purpose: a request holds a connection for one short transaction. */
export function connect(url: string): PrismaClient {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', (error) => {
    console.error('database connection lost:', error.message)
  })
  // Disconnecting the client ends the pool as well, which Prisma otherwise leaves open.
  const client = new PrismaClient({
    adapter: new DirectPg(pool, { disposeExternalPool: true, statementNameGenerator: preparedName }),
  })
  held.chengjiPools ??= new WeakMap()
  held.chengjiPools.set(client, pool)
  return client
}

/** The connections of the process's client, for the few statements that go to the database without it. */
export function connections(): pg.Pool {
  const pool = held.chengjiPools?.get(prisma())
  if (pool === undefined) throw new Error('a client that connect() did not make')
  return pool
}

/**
 * Statements that begin with a comment as `/* prepared save *\/` are planned once a connection, not each time: for the few
 * that run most and would wait longer for their plan than for their rows. What they say is in their name: one name never stands
 * for two statements of a connection, whoever made them.
 */
export function preparedName({ sql }: { sql: string }): string {
  const name = /^\s*\/\* prepared (\w+) \*\//.exec(sql)?.[1]
  return name === undefined ? '' : `${name}_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`
}

/** The process's client. @throws when APP_DATABASE_URL is not set */
export function prisma(): PrismaClient {
  if (held.chengjiPrisma !== undefined) return held.chengjiPrisma
  const url = env().APP_DATABASE_URL
  if (url === undefined)
    throw new Error('APP_DATABASE_URL is not set: start the portal with `npm start`, or set it.')
  return (held.chengjiPrisma = connect(url))
}

/** Puts another client in place, for tests and for seeding; returns what was there. */
export function usePrisma(client: PrismaClient | undefined): PrismaClient | undefined {
  const before = held.chengjiPrisma
  held.chengjiPrisma = client
  return before
}
