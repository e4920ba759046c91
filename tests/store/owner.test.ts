import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, createOnce, oneAtATime, serverVersion } from '@/lib/store/owner'
import { emptyDatabase } from '@/tests/support/database'

let database: Awaited<ReturnType<typeof emptyDatabase>>
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.drop())

/** Ends every other connection to the database, as a server does that is stopped. */
const endOthers = (): Promise<unknown> =>
  asOwner(database.ownerUrl, (owner) =>
    owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`),
  )

describe('the owner', () => {
  it('creates a database of any name once', async () => {
    const name = `of the "owner" ${String(process.pid)}`
    const there = () =>
      asOwner(database.ownerUrl, async (owner) => {
        const { rowCount } = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
        return rowCount
      })
    try {
      await createOnce(database.ownerUrl, name)
      await createOnce(database.ownerUrl, name)
      expect(await there()).toBe(1)
    } finally {
      await asOwner(database.ownerUrl, (owner) =>
        owner.query(`DROP DATABASE IF EXISTS ${owner.escapeIdentifier(name)} WITH (FORCE)`),
      )
    }
    expect(await there()).toBe(0)
  })

  it('asks a server for its version', async () => {
    expect(Number.parseInt(await serverVersion(database.ownerUrl), 10)).toBeGreaterThanOrEqual(15)
  })

  it('lets one at a time do what must be done once, also after one that failed', async () => {
    let inside = 0
    const most: number[] = []
    const task = (fails: boolean) => async () => {
      most.push((inside += 1))
      // The other ones have asked by then: this waits for the server as they do.
      await serverVersion(database.ownerUrl)
      inside -= 1
      if (fails) throw new Error('half-way')
    }
    const ends = await Promise.allSettled(
      [true, false, true, false].map((fails) => oneAtATime(database.ownerUrl, task(fails))),
    )
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(most).toEqual([1, 1, 1, 1])
  })

  it('fails where its connection breaks, in a statement or while it waits for something else', async () => {
    const forEver = new Promise<never>(() => undefined)
    const waits = oneAtATime(database.ownerUrl, async () => {
      await endOthers()
      return await forEver
    })
    await expect(waits).rejects.toThrow(/terminat/)
    const asks = asOwner(database.ownerUrl, async (owner) => {
      await Promise.all([owner.query('SELECT pg_sleep(60)'), endOthers()])
    })
    await expect(asks).rejects.toThrow(/terminat/)
  })
})
