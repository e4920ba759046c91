import PgBoss from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { readBackground, retryWork } from '@/lib/admin/read-jobs'
import { people } from '../support/actors'
import { makeWorld, type World } from '../support/fixtures'

let world: World
let bosses: PgBoss[]
beforeAll(async () => {
  world = await makeWorld()
  // Two portals on one database, as the application's role.
  bosses = await Promise.all(
    [1, 2].map(async () => {
      const boss = new PgBoss({ connectionString: world.appUrl, schema: 'pgboss', migrate: false, max: 2 })
      boss.on('error', () => undefined)
      return boss.start()
    }),
  )
})
afterAll(async () => {
  await Promise.all(bosses.map((boss) => boss.stop({ graceful: false, wait: true })))
  await world.drop()
})

describe('background work', () => {
  it('is done once each by two portals on one database, and the same mail is queued once', async () => {
    const done: string[] = []
    const ids = Array.from({ length: 20 }, (_, i) => `00000000-0000-8000-8000-${String(i).padStart(12, '0')}`)
    const finished = new Promise<void>((all) => {
      for (const boss of bosses)
        void boss.work('send-mail', { pollingIntervalSeconds: 0.5, batchSize: 1 }, ([job]) => {
          done.push(job?.id ?? '')
          if (done.length >= ids.length) all()
          return Promise.resolve()
        })
    })
    for (const id of ids) for (const boss of bosses) await boss.send('send-mail', { account: id }, { id })
    await finished
    await Promise.all(bosses.map((boss) => boss.offWork('send-mail')))
    expect(done.toSorted()).toEqual(ids)
  })

  it('that failed is shown first, with why, and can be tried again by the system administrator', async () => {
    const [boss] = bosses
    const id = '00000000-0000-8000-8000-00000000ffff'
    await boss?.send('send-mail', { account: 'x' }, { id, retryLimit: 0 })
    await boss?.fetch('send-mail')
    await boss?.fail('send-mail', id, { message: 'the server is down' })
    const first = async () => (await readBackground(authorize(people.system, 'jobs.read'))).jobs[0]
    expect(await first()).toMatchObject({ id, state: 'failed', error: 'the server is down' })
    await retryWork(authorize(people.system, 'jobs.retry'), id)
    const [job] = (await boss?.fetch('send-mail')) ?? []
    expect(job?.id).toBe(id)
    await expect(retryWork(authorize(people.system, 'jobs.retry'), id)).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
