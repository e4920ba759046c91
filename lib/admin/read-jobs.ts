import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { recordAudit } from '@/lib/store/audit'
import { readOutbox, requeueMail, type Outgoing } from '@/lib/store/outbox'
import { dropSentJobs, readJobs, retryJob, type Job } from '@/lib/store/queue'
import { begin } from '@/lib/store/work'

const SHOWN = 100

/** The latest background work, and what was told to whom. */
export const readBackground = (permit: Permit<'jobs.read'>): Promise<{ jobs: Job[]; outbox: Outgoing[] }> =>
  begin(permit, async (work) => ({
    jobs: await readJobs(work, SHOWN),
    outbox: await readOutbox(work, SHOWN),
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
