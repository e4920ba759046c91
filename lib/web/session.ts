import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/access/roles'
import { endSession, resumeSession, signIn, type SignedIn } from '@/lib/accounts/sign-in'
import { env } from '@/lib/env'
import type { OpenSession } from '@/lib/store/sessions'
import { cookieOptions, SESSION_SECONDS, sessionCookie } from './auth-options'

/** The session id in the request's cookie; null when there is none or it was not signed by us. */
export async function currentSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value
  const secret = env().NEXTAUTH_SECRET
  if (token === undefined || secret === undefined) return null
  try {
    const { sid } = (await decode({ token, secret })) ?? {}
    return typeof sid === 'string' && /^[0-9a-f-]{36}$/.test(sid) ? sid : null
  } catch {
    return null
  }
}

/** The open session of this request, looked up once a request; null when nobody is signed in. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const id = await currentSessionId()
  return id === null ? null : resumeSession(id)
})

/** Whoever is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** Whether the browser brought a session cookie, be it of a session that has ended. */
export async function hadSession(): Promise<boolean> {
  return (await cookies()).has(sessionCookie())
}

/**
 * Signs in from a server action, which needs no script in the browser; the cookie is the one next-auth sets. A session
 * that the browser still had is ended. Null when login and password do not open one.
 */
export async function enter(login: string, password: string): Promise<SignedIn | null> {
  const secret = env().NEXTAUTH_SECRET
  if (secret === undefined) throw new Error('NEXTAUTH_SECRET is not set')
  const session = await signIn(login.trim().slice(0, 100), password.slice(0, 200))
  if (session === null) return null
  const before = await currentSessionId()
  if (before !== null) await endSession(before)
  const token = await encode({ token: { sid: session.sessionId }, secret, maxAge: SESSION_SECONDS })
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...cookieOptions(), maxAge: SESSION_SECONDS })
  return session
}

/** Ends the session of this request and takes its cookie away. */
export async function leave(): Promise<void> {
  const id = await currentSessionId()
  if (id !== null) await endSession(id)
  const jar = await cookies()
  // A cookie with the __Host- prefix is only taken away by one that is as secure.
  jar.set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 })
}
