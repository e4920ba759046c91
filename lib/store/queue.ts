import { createHash } from 'node:crypto'
import PgBoss from 'pg-boss'
import { env } from '@/lib/env'
import { databaseOf, type Work } from './work'

export type JobName = 'collect-messages' | 'send-mail' | 'make-export' | 'sweep-exports'

/**
 * Opens the queue of background work as the application's role; migration 0019 has laid it. Null without a database. The
 * queue goes by real time, also where the portal's own clock does not.
 */
export async function openQueue(): Promise<PgBoss | null> {
  const url = env().APP_DATABASE_URL
  if (url === undefined) return null
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', migrate: false, max: 2 })
  boss.on('error', (error) => {
    console.error('background work:', error.message)
  })
  await boss.start()
  return boss
}

/** A mail that should go out: one message, or (`message` '') all that wait for a person on a day. */
export interface MailDue {
  readonly account: string
  readonly message: string
  /** The same for the same mail, so that it is put in the queue once. */
  readonly key: string
}

/** The mail of one message. */
export const mailOf = (account: string, message: string): MailDue => ({
  account,
  message,
  key: `${account}/${message}`,
})

/** The same id for the same mail: the queue takes it once. */
export function mailJobId({ key }: MailDue): string {
  const hex = createHash('sha256').update(key).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/**
 * Puts mails in the queue within the transaction: they are sent when it ends, and never when it fails. Without a server for
 * e-mail nothing is put there, and everything waits in the outbox.
 */
export async function putMails(work: Work<'message.collect'>, mails: readonly MailDue[]): Promise<void> {
  if (mails.length === 0 || env().CHENGJI_SMTP_URL === undefined) return
  const jobs = mails.map((mail) => ({ id: mailJobId(mail), data: mail }))
  // What pg-boss itself inserts, with the options of its queue.
  await databaseOf(work).$executeRaw`
    INSERT INTO pgboss.job (id, name, data, expire_in, keep_until, retry_limit, retry_delay, retry_backoff, policy)
    SELECT j.id, q.name, j.data, q.expire_seconds * interval '1s', now() + q.retention_minutes * interval '1 minute',
           q.retry_limit, greatest(q.retry_delay, 1), q.retry_backoff, q.policy
    FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) AS j (id uuid, data jsonb), pgboss.queue q
    WHERE q.name = 'send-mail'
    ON CONFLICT DO NOTHING`
}

/** One piece of background work. */
export interface Job {
  readonly id: string
  readonly name: JobName
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly retries: number
  readonly retryLimit: number
  /** What went wrong the last time. */
  readonly error: string | null
}

/** The latest background work, what failed first. */
export async function readJobs(work: Work<'jobs.read'>, limit: number): Promise<Job[]> {
  return databaseOf(work).$queryRaw`
    SELECT id::text, name, state::text, created_on AS "createdAt", started_on AS "startedAt", completed_on AS "completedAt",
           retry_count AS retries, retry_limit AS "retryLimit", output ->> 'message' AS error
    FROM pgboss.job WHERE name IN ('collect-messages', 'send-mail', 'make-export', 'sweep-exports')
    ORDER BY state = 'failed' DESC, created_on DESC, id LIMIT ${limit}`
}

/** Lets a failed piece of work be tried again, at once. @returns whether there was such a one */
export async function retryJob(work: Work<'jobs.retry'>, id: string): Promise<boolean> {
  const count = await databaseOf(work).$executeRaw`
    UPDATE pgboss.job SET state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = NULL
    WHERE id = ${id}::uuid AND state = 'failed' AND name IN ('collect-messages', 'send-mail', 'make-export', 'sweep-exports')`
  return count > 0
}

/** Forgets what was done about a person's mail, so that the same mail can be put in the queue again. */
export async function dropSentJobs(work: Work<'jobs.retry'>, account: string): Promise<void> {
  await databaseOf(work).$executeRaw`
    DELETE FROM pgboss.job WHERE name = 'send-mail' AND data ->> 'account' = ${account} AND state IN ('completed', 'failed')`
}
