'use server'

import { redirect } from 'next/navigation'
import { takeLocaleAway } from '@/lib/web/locale'
import { leave } from '@/lib/web/session'

/** Ends the session of this request. */
export async function signOut(): Promise<void> {
  await takeLocaleAway()
  await leave()
  redirect('/sign-in?left=1')
}
