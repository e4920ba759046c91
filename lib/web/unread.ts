import 'server-only'
import { authorize } from '@/lib/access/authorize'
import { unreadAnnouncements } from '@/lib/accounts/announcements'
import { unreadMessages } from '@/lib/accounts/read-messages'
import type { Announcement } from '@/lib/store/announcements'
import { currentSession } from './session'

/** How many messages wait for whoever is signed in; none for whoever still has a one-time password. */
export async function currentUnread(): Promise<number> {
  const session = await currentSession()
  if (session === null || session.mustChangePassword) return 0
  return unreadMessages(authorize(session.actor, 'account.readOwn'))
}

/** What is announced today and whoever is signed in has not marked as read. */
export async function currentAnnouncements(): Promise<readonly Announcement[]> {
  const session = await currentSession()
  if (session === null || session.mustChangePassword) return []
  return unreadAnnouncements(authorize(session.actor, 'account.readOwn'))
}
