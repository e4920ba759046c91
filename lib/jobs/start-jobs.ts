import { createHash } from 'node:crypto'
import { openQueue } from '@/lib/store/queue'
import { collectMessages, type MailDue } from './collect-messages'
import { hasMailServer, sendMail } from './send-mail'

/** Every five minutes; several portals on one database share the work, and each piece is done once. */
const CRON = '*/5 * * * *'

/** Starts the background work of this process: collecting what people should hear, and sending it. */
export async function startJobs(): Promise<void> {
  const boss = await openQueue()
  if (boss === null) return
  await boss.work('collect-messages', async () => {
    const due = await collectMessages()
    if (!hasMailServer()) return
    for (const mail of due) await boss.send('send-mail', { ...mail }, { id: idOf(mail) })
  })
  await boss.work<MailDue>('send-mail', { includeMetadata: true, batchSize: 1 }, async ([job]) => {
    if (job !== undefined) await sendMail(job.data, job.retryCount)
  })
  await boss.schedule('collect-messages', CRON, {}, { tz: 'Asia/Shanghai' })
  await boss.send('collect-messages', {}, { singletonKey: 'start', singletonSeconds: 60 })
}

/** The same id for the same mail: the queue takes it once. */
function idOf({ key }: MailDue): string {
  const hex = createHash('sha256').update(key).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
