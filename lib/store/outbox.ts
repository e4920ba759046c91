import { toMessage, type MailState, type Message } from './messages'
import { databaseOf, type Work } from './work'

/** A message as the outbox shows it. */
export interface Outgoing extends Message {
  readonly account: string
  readonly login: string
  readonly name: string
  readonly email: string | null
  readonly mail: MailState
  readonly tries: number
  readonly error: string | null
  readonly mailAt: Date | null
}

/** What was told to everybody, the latest first; those whose mail failed before all others. */
export async function readOutbox(work: Work<'jobs.read'>, limit: number): Promise<Outgoing[]> {
  const database = databaseOf(work)
  const failed = await database.message.findMany({
    where: { mail: 'failed' },
    orderBy: [{ created_at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  const others = await database.message.findMany({
    where: { mail: { not: 'failed' } },
    orderBy: [{ created_at: 'desc' }, { id: 'desc' }],
    take: limit - failed.length,
  })
  const rows = [...failed, ...others]
  const people = await database.account.findMany({
    where: { id: { in: rows.map(({ account }) => account) } },
  })
  return rows.flatMap((row) => {
    const person = people.find(({ id }) => id === row.account)
    return person === undefined
      ? []
      : [
          {
            ...toMessage(row),
            account: row.account,
            login: person.login,
            name: person.name,
            email: person.email,
            mail: row.mail as MailState,
            tries: row.mail_tries,
            error: row.mail_error,
            mailAt: row.mail_at,
          },
        ]
  })
}

/** Lets failed mail of a person wait again, for whoever has mended the address. @returns how many */
export async function requeueMail(work: Work<'jobs.retry'>, account: string): Promise<number> {
  const { count } = await databaseOf(work).message.updateMany({
    where: { account, mail: 'failed' },
    data: { mail: 'waiting', mail_tries: 0, mail_error: null },
  })
  return count
}
