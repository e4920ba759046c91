import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { CityAction, GeneralAction } from '@/lib/access/actions'
import { AccessRefused, authorize, type Permit } from '@/lib/access/authorize'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { recordDenied } from './denied'
import { currentSession } from './session'

/**
 * The permit of a page. Whoever is not signed in is sent to sign in and back; a first password is changed first; what is
 * not yours is not found.
 */
export async function pagePermit<A extends CityAction>(action: A, city: string): Promise<Permit<A>>
export async function pagePermit<A extends GeneralAction>(action: A): Promise<Permit<A>>
export async function pagePermit(action: CityAction | GeneralAction, city?: string): Promise<Permit> {
  const session = await currentSession()
  if (session?.mustChangePassword === true && action !== 'account.readOwn') redirect('/account')
  try {
    return city === undefined
      ? authorize(session?.actor ?? null, action as GeneralAction)
      : authorize(session?.actor ?? null, action as CityAction, city)
  } catch (error) {
    if (!(error instanceof AccessRefused)) throw error
    if (error.code === 'signInFirst') redirect(signInPath(await currentPath()))
    await recordDenied(session?.actor ?? null, action, city)
    notFound()
  }
}

/** The path and query being asked for, as proxy.ts passes it on; '/' when it did not. */
async function currentPath(): Promise<string> {
  return safePath((await headers()).get('x-chengji-path') ?? '/')
}

const signInPath = (to: string): string => (to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`)

/** A path within the portal, never another site. */
export function safePath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/'
}

/** A period in a URL, or not found. */
export function pagePeriod(text: string): Period {
  return isQuarter(text) || isYear(text) ? text : notFound()
}

/** Which page of a list an address asks for, from 1. */
export const pageNumber = (asked: unknown): number =>
  typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1

/** What a page reads; null where the use-case says that it is not there, for pages that can say when it was not yet. */
export async function orNothing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AccessRefused) return null
    throw error
  }
}

/** What a page reads; not found where the use-case says that it is not there. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AccessRefused) notFound()
    throw error
  }
}
