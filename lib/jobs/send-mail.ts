import { createTransport } from 'nodemailer'
import { authorizePortal } from '@/lib/access/authorize'
import { env } from '@/lib/env'
import { mailText } from '@/lib/i18n/message-sentence'
import { markMail, readMail } from '@/lib/store/mail'
import { begin } from '@/lib/store/work'

/** Tries before a mail counts as undeliverable. */
const TRIES = 5

/** Whether a server for e-mail is configured; without one everything waits, readable, in the outbox. */
export const hasMailServer = (): boolean => env().CHENGJI_SMTP_URL !== undefined

/**
 * Sends one mail: a message, or (`message` '') all that wait for the person. What was sent is not sent again; what a server
 * refuses for good counts as failed at once. `attempt` counts from 0.
 * @throws Error of the server when it should be tried again
 */
export async function sendMail(
  { account, message }: { readonly account: string; readonly message: string },
  attempt: number,
): Promise<void> {
  const { CHENGJI_SMTP_URL: url, CHENGJI_MAIL_FROM: from, NEXTAUTH_URL: portal = '' } = env()
  if (url === undefined) return
  const mail = await begin(authorizePortal('message.send'), (work) => readMail(work, account, message))
  if (mail === null) return
  const { to, messages } = mail
  const mark = (outcome: Parameters<typeof markMail>[3]) =>
    begin(authorizePortal('message.send'), (work) =>
      markMail(
        work,
        account,
        messages.map(({ id }) => id),
        outcome,
      ),
    )
  if (to.email === null) {
    await mark({ mail: 'noAddress', error: null, tried: false })
    return
  }
  try {
    await createTransport(url).sendMail({
      from,
      to: { name: to.name, address: to.email },
      ...mailText(to.locale, messages, portal),
      // A server that has it already recognises it, should the portal stop between sending and remembering.
      messageId: `<${messages[0]?.id ?? account}@chengji>`,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const code = (error as { responseCode?: number }).responseCode ?? 0
    const isOver = code >= 500 || attempt + 1 >= TRIES
    await mark({ mail: isOver ? 'failed' : 'waiting', error: reason.slice(0, 500), tried: true })
    if (isOver) return
    throw new Error(reason)
  }
  await mark({ mail: 'sent', error: null, tried: true })
}
