import { redirect } from 'next/navigation'
import { actorOf } from '@/lib/access/authorize'
import { homeOf } from '@/lib/web/home-of'
import { pagePermit } from '@/lib/web/page'

/** Leads each person to where his or her work is. */
export default async function Page() {
  redirect(homeOf(actorOf(await pagePermit('reference.read'))))
}
