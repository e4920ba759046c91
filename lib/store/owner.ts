/** What commands ask of a server and a database as the owner, before there is anybody to whom a permit could belong. */
import pg from 'pg'

/**
 * Does something over a connection of the owner, which ends with it, also where it fails. A connection that breaks is a
 * failure like any other, even while the task waits for something else; whoever does not answer within ten seconds counts
 * as out of reach.
 */
export async function asOwner<T>(url: string, task: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await owner.connect()
  // Heard by nobody, it would end the process past whoever can say what it means.
  const lost = new Promise<never>((_, reject) => owner.on('error', reject))
  try {
    return await Promise.race([task(owner), lost])
  } finally {
    await owner.end().catch(() => undefined)
  }
}

/** Creates the database unless it is there. */
export function createOnce(adminUrl: string, name: string): Promise<void> {
  return asOwner(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
}

/** The version of the server. */
export function serverVersion(url: string): Promise<string> {
  return asOwner(url, async (owner) => {
    const { rows } = await owner.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? '?'
  })
}

/** The settings of the portal, by key. */
export async function readSettings(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ key: string; value: string }>('SELECT key, value FROM portal_setting')
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** Several portals may start at once on the same empty database: one of them lays the seed, the others wait. */
export function oneAtATime<T>(ownerUrl: string, task: () => Promise<T>): Promise<T> {
  return asOwner(ownerUrl, async (owner) => {
    // The end of the connection gives the lock back.
    await owner.query(`SELECT pg_advisory_lock(hashtextextended('chengji seed', 0))`)
    return await task()
  })
}
