import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { preparedName, prisma } from '@/lib/store/client'
import { directly, onLine } from '@/lib/store/direct'
import { Prisma } from '@/lib/store/generated/client'
import { begin, databaseOf } from '@/lib/store/work'
import { HOME, people } from '../support/actors'
import { makeWorld, type World } from '../support/fixtures'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.drop())

const permit = () => authorize(people.officer, 'draft.read', HOME)

describe('a statement that goes past Prisma', () => {
  it('takes values and gives rows as Prisma does, whatever they are', async () => {
    const moment = new Date('2022-09-30T16:00:00.123Z')
    const asked = Prisma.sql`SELECT ${7n}::bigint AS whole, ${new Prisma.Decimal('12345678901234567890.01')}::numeric AS amount,
      ${moment}::timestamptz AS at, ${new Date('2022-09-30T00:00:00Z')}::date AS day, ${{ a: [1, '二'] }}::jsonb AS said,
      ${['一', 'b"c', '{}']}::text[] AS words, ${null}::text AS nothing, ${true}::boolean AS yes, ${1.5}::float8 AS part,
      ${3}::int AS number, '019a0000-0000-7000-8000-000000000000'::uuid AS id, timestamp '2022-09-30 08:00:00' AS local`
    const [ours] = await begin(permit(), (work) => databaseOf(work).$queryRaw<object[]>(asked))
    const [theirs] = await prisma().$queryRaw<object[]>(asked)
    expect(ours).toEqual(theirs)
    expect(ours).toMatchObject({ whole: 7n, at: moment, words: ['一', 'b"c', '{}'] })
  })

  it('stands in one transaction with what is asked of Prisma’s models, under the same policies', async () => {
    const inside = await begin(permit(), async (work) => {
      const database = databaseOf(work)
      await database.$executeRaw`SELECT set_config('app.probe', 'here', true)`
      const [direct] = await database.$queryRaw<{ txid: string; city: string }[]>`
        SELECT pg_current_xact_id()::text AS txid, current_setting('app.city') AS city`
      const cities = await database.city.findMany({ where: { code: HOME } })
      const [again] = await database.$queryRaw<{ txid: string; probe: string }[]>`
        SELECT pg_current_xact_id()::text AS txid, current_setting('app.probe') AS probe`
      return { direct, again, codes: cities.map(({ code }) => code) }
    })
    expect(inside.direct?.city).toBe(HOME)
    expect(inside.again).toEqual({ txid: inside.direct?.txid, probe: 'here' })
    expect(inside.codes).toEqual([HOME])
  })

  it('says how many rows it wrote, and refuses a value that was forgotten', async () => {
    await begin(permit(), async (work) => {
      const database = databaseOf(work)
      expect(await database.$executeRaw`SELECT FROM generate_series(1, 3)`).toBe(3)
      await expect(database.$queryRaw`SELECT ${undefined}::text`).rejects.toThrow('undefined')
    })
  })

  it('never comes behind the end of its transaction, on a connection that is somebody else’s then', async () => {
    const late = await begin(permit(), (work) => Promise.resolve(databaseOf(work)))
    await expect(late.$queryRaw`SELECT 1`).rejects.toThrow('is over')
    await expect(late.$executeRaw`SELECT 1`).rejects.toThrow('is over')
  })

  it('nor behind the end that Prisma makes of one that takes too long', async () => {
    const timedOut = onLine((line) =>
      prisma().$transaction(
        async (database) => {
          const direct = directly(database, line, preparedName)
          await direct.$queryRaw`SELECT 1`
          while (line.connection !== null) await new Promise(setImmediate)
          return direct.$queryRaw`SELECT 1`
        },
        { timeout: 20 },
      ),
    )
    await expect(timedOut).rejects.toThrow('is over')
  })
})
