import { env } from '@/lib/env'
import { settleEntries } from '@/lib/funding/settle-entries'
import { runExport } from '@/lib/exports/run-export'
import { runSchedules } from '@/lib/exports/run-schedules'
import { sweepExports } from '@/lib/exports/sweep-exports'
import type { ExportDue } from '@/lib/store/export-requests'
import { mailJobId, openQueue, type MailDue } from '@/lib/store/queue'
import { collectMessages } from './collect-messages'
import { makeBriefs } from './make-briefs'
import { hasMailServer, sendMail } from './send-mail'

/** Every five minutes; several portals on one database share the work, and each piece is done once. */
const CRON = '*/5 * * * *'

/**
 * Starts the background work of this process: collecting what people should hear, and sending it.
 * @returns stops it, once what has begun is done
 */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = await openQueue()
  if (boss === null) return () => Promise.resolve()
  await boss.work('collect-messages', async () => {
    const collect = async () => {
      const due = await collectMessages()
      if (!hasMailServer()) return
      for (const mail of due) await boss.send('send-mail', { ...mail }, { id: mailJobId(mail) })
    }
    await collect()
    // What people wait for goes first; the briefs made now are told at once.
    if ((await makeBriefs()) > 0) await collect()
    await settleEntries()
  })
  await boss.work<MailDue>(
    'send-mail',
    { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: 1 },
    async ([job]) => {
      if (job !== undefined) await sendMail(job.data, job.retryCount)
    },
  )
  await boss.work<ExportDue>('make-export', { batchSize: 1, pollingIntervalSeconds: 1 }, async ([job]) => {
    // What is not whole yet goes to the end of the queue, so that a long one keeps nobody waiting.
    if (job !== undefined && (await runExport(job.data)) === 'again') await boss.send('make-export', job.data)
  })
  await boss.work('sweep-exports', async () => {
    await runSchedules(env().NEXTAUTH_URL ?? '')
    await sweepExports()
  })
  await boss.schedule('sweep-exports', CRON, {}, { tz: 'Asia/Shanghai' })
  // At each start: what a stop just now left behind waits for no clock.
  await boss.send('sweep-exports', {})
  await boss.schedule('collect-messages', CRON, {}, { tz: 'Asia/Shanghai' })
  await boss.send('collect-messages', {}, { singletonKey: 'start', singletonSeconds: 60 })
  return () => boss.stop()
}
