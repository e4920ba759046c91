import 'server-only'
import { authorize } from '@/lib/access/authorize'
import { unreadMessages } from '@/lib/accounts/read-messages'
import { currentSession } from './session'

/** How many messages wait for whoever is signed in; none for whoever still has a one-time password. */
export async function currentUnread(): Promise<number> {
  const session = await currentSession()
  if (session === null || session.mustChangePassword) return 0
  return unreadMessages(authorize(session.actor, 'account.readOwn'))
}
