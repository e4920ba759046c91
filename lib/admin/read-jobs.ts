import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/store/audit'
import { unreachableCities, type UnreachableCity } from '@/lib/accounts/unreachable-cities'
import { readCities } from '@/lib/store/cities'
import { readOutbox, requeueMail, type Outgoing } from '@/lib/store/outbox'
import { readPeopleOfCities } from '@/lib/store/people'
import { dropSentJobs, readJobs, retryJob, type Job } from '@/lib/store/queue'
import { begin } from '@/lib/store/work'
import { pageOf, type Page } from '@/lib/values'

const SHOWN = 100

export interface Background {
  readonly jobs: readonly Job[]
  readonly outbox: readonly Outgoing[]
  readonly unreachable: Page<UnreachableCity>
}

/** The latest background work, what was told to whom, and a page of the cities that cannot be told. */
export const readBackground = (permit: Permit<'jobs.read'>, page = 1): Promise<Background> =>
  begin(permit, async (work) => ({
    jobs: await readJobs(work, SHOWN),
    outbox: await readOutbox(work, SHOWN),
    unreachable: pageOf(unreachableCities(await readCities(work), await readPeopleOfCities(work)), page),
  }))

/** Lets a failed piece of work be tried again. @throws AccessRefused notFound */
export function retryWork(permit: Permit<'jobs.retry'>, id: string): Promise<void> {
  return begin(permit, async (work) => {
    if (!(await retryJob(work, id))) throw new AccessRefused('notFound')
    await recordAudit(work, { job: id })
  })
}

/** Lets a person's undeliverable mail wait again; the next round sends it. @throws AccessRefused notFound */
export function resendMail(permit: Permit<'jobs.retry'>, account: string): Promise<void> {
  return begin(permit, async (work) => {
    if ((await requeueMail(work, account)) === 0) throw new AccessRefused('notFound')
    await dropSentJobs(work, account)
    await recordAudit(work, { account })
  })
}
