import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { authorize } from '@/lib/access/authorize'
import { setMailSetting } from '@/lib/accounts/read-messages'
import { readBackground } from '@/lib/admin/read-jobs'
import { startJobs } from '@/lib/jobs/start-jobs'
import { HOME, people } from '../support/actors'
import { leadTo, LOCKED, makeWorld, OPEN, type World } from '../support/fixtures'
import { bodyOf, raiseMailServer, type MailServer } from '../support/mail-server'

let post: MailServer
let world: World
beforeAll(async () => {
  world = await makeWorld()
  post = await raiseMailServer()
  vi.stubEnv('APP_DATABASE_URL', world.appUrl)
})
afterAll(async () => {
  await post.close()
  await world.drop()
})

it('the portal’s own work carries what is due, and what a deed tells of, to the person’s server, and remembers it', async () => {
  const email = 'officer@city.example'
  await setMailSetting(authorize(people.officer, 'account.changeOwn'), { email, pace: 'each', brief: false })
  const next = () => post.arrival(({ to }) => to === email)
  await world.owner.query(`UPDATE reporting_period SET due_at = '2023-01-20' WHERE NOT period = ANY ($1)`, [
    [OPEN, LOCKED],
  ])
  // Five working days before the report is late: nobody does anything for this mail to go out.
  await world.setClock('2022-10-13T09:00:00+08:00')
  const reminded = next()
  const stop = await startJobs()
  try {
    expect(bodyOf(await reminded)).toContain(`https://portal.example/cities/${HOME}/reports/${OPEN}`)
    const told = next()
    await leadTo('accepted', people.officer, OPEN)
    await told
  } finally {
    // What has begun is done to its end.
    await stop()
  }
  const { outbox } = await readBackground(authorize(people.system, 'jobs.read'))
  const sent = outbox.filter(({ mail }) => mail === 'sent').map(({ kind }) => kind)
  expect(sent.toSorted()).toEqual(['accepted', 'dueSoon'])
  expect(post.received).toHaveLength(2)
})
