'use server'

import { redirect } from 'next/navigation'
import { leave } from '@/lib/web/session'

/** Ends the session of this request. */
export async function signOut(): Promise<void> {
  await leave()
  redirect('/sign-in?left=1')
}
