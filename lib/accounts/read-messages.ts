import type { Permit } from '@/lib/access/authorize'
import {
  countUnread,
  markRead,
  readOwnMail,
  readOwnMessages,
  writeOwnMail,
  type Message,
} from '@/lib/store/messages'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

const SHOWN = 200

/** What a person was told, the latest first. */
export const readMessages = (
  permit: Permit<'account.readOwn'>,
): Promise<{ now: Date; messages: Message[] }> =>
  begin(permit, async (work) => ({ now: work.now, messages: await readOwnMessages(work, SHOWN) }))

/** How much of it is unread. */
export const unreadMessages = (permit: Permit<'account.readOwn'>): Promise<number> =>
  begin(permit, countUnread)

/** Marks what was told up to a moment as read: what came since the page was shown stays unread. */
export const readUpTo = (permit: Permit<'account.changeOwn'>, moment: Date): Promise<void> =>
  begin(permit, (work) => markRead(work, moment))

/** How a person is told by e-mail. */
export const readMailSetting = (permit: Permit<'account.readOwn'>): ReturnType<typeof readOwnMail> =>
  begin(permit, readOwnMail)

/**
 * Sets how a person is told by e-mail; an empty address for not at all.
 * @throws Refusal emailWrong
 */
export async function setMailSetting(
  permit: Permit<'account.changeOwn'>,
  {
    email,
    pace,
    brief,
  }: { readonly email: string; readonly pace: 'each' | 'daily' | 'never'; readonly brief: boolean },
): Promise<void> {
  const address = email.trim()
  const isAddress =
    address.length <= 254 && /^[^@\s<>"',;]+@[^@\s<>"',;.]+(?:\.[^@\s<>"',;.]+)+$/.test(address)
  if (address !== '' && !isAddress) throw new Refusal('emailWrong', { got: address })
  await begin(permit, (work) => writeOwnMail(work, { email: address === '' ? null : address, pace, brief }))
}
