import 'server-only'
import { cookies } from 'next/headers'
import { authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { chooseLocale } from '@/lib/accounts/choose-locale'
import { isLocale, type Locale } from '@/lib/values'
import { cookieOptions } from './auth-options'
import { safePath } from './page'
import { isSameOrigin } from './same-origin'
import { currentActor } from './session'

const LOCALE_COOKIE = 'chengji-locale'

/**
 * The language of this request: that of this browser, else the account's, else Chinese. Signing in makes the account's the
 * browser's; before it, what was chosen in the browser rules.
 */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  return (await currentActor())?.locale ?? 'zh-CN'
}

const YEAR_SECONDS = 365 * 24 * 3600

async function keepInBrowser(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { ...cookieOptions(), maxAge: YEAR_SECONDS })
}

/** Whoever signs in brings the language of the account along; one who never chose any finds the browser as it is. */
export async function bringLocale(locale: Actor['locale']): Promise<void> {
  if (locale !== null) await keepInBrowser(locale)
}

/** What an account brought along leaves with it: the next person at a shared computer does not find it there. */
export async function takeLocaleAway(): Promise<void> {
  if ((await currentActor())?.locale == null) return
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, '', { ...cookieOptions(), maxAge: 0 })
}

/** Keeps a language in this browser and, for whoever is signed in, with the account. */
export async function rememberLocale(locale: Locale): Promise<void> {
  await keepInBrowser(locale)
  const actor = await currentActor()
  if (actor !== null) await chooseLocale(authorize(actor, 'account.changeOwn'), locale)
}

/** The form of the language switch: a choice and the page to come back to. Only from our own pages. */
export async function switchLocale(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const form = await request.formData().catch(() => null)
  const [locale, to] = [form?.get('locale'), form?.get('to')]
  if (!isLocale(locale)) return new Response(null, { status: 400 })
  await rememberLocale(locale)
  const back = typeof to === 'string' ? safePath(to) : '/'
  return new Response(null, { status: 303, headers: { Location: back, 'Cache-Control': 'no-store' } })
}
