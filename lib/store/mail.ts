import type { Brief } from '@/lib/rules/weekly-brief'
import { toMessage, toRecipient, type MailState, type Message, type Recipient } from './messages'
import { databaseOf, type Work } from './work'

/** A message on its way out; that of a weekly brief with the brief. */
interface MailedMessage extends Message {
  readonly brief: Brief | undefined
}

/** What one mail says, and to whom; null when nothing waits for that person any more. `id` '' for all that waits. */
export async function readMail(
  work: Work<'message.send'>,
  account: string,
  id: string,
): Promise<{ readonly to: Recipient; readonly messages: readonly MailedMessage[] } | null> {
  const database = databaseOf(work)
  const rows = await database.message.findMany({
    where: { account, mail: 'waiting', ...(id === '' ? {} : { id }) },
    orderBy: [{ created_at: 'asc' }, { id: 'asc' }],
  })
  const person = await database.account.findUnique({ where: { id: account } })
  if (rows.length === 0 || person === null) return null
  const messages = rows.map(toMessage)
  const briefs = await database.weekly_brief.findMany({
    where: { account, week: { in: messages.flatMap(({ about }) => about.brief?.week ?? []) } },
  })
  const byWeek = new Map(briefs.map(({ week, content }) => [week, content as unknown as Brief]))
  return {
    to: toRecipient(person),
    messages: messages.map((each) => ({ ...each, brief: byWeek.get(each.about.brief?.week ?? '') })),
  }
}

/** What became of a mail. */
export async function markMail(
  work: Work<'message.send'>,
  account: string,
  ids: readonly string[],
  outcome: { readonly mail: MailState; readonly error: string | null; readonly tried: boolean },
): Promise<void> {
  await databaseOf(work).message.updateMany({
    where: { account, id: { in: [...ids] } },
    data: {
      mail: outcome.mail,
      mail_error: outcome.error,
      mail_at: work.now,
      ...(outcome.tried ? { mail_tries: { increment: 1 } } : {}),
    },
  })
}
