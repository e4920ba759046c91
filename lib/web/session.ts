import 'server-only'
import { decode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/access/roles'
import { endSession, resumeSession } from '@/lib/accounts/sign-in'
import { env } from '@/lib/env'
import type { OpenSession } from '@/lib/store/accounts'
import { sessionCookie } from './auth-options'

/** The session id in the request's cookie; null when there is none or it was not signed by us. */
async function sessionId(): Promise<string | null> {
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
  const id = await sessionId()
  return id === null ? null : resumeSession(id)
})

/** Whoever is signed in. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** Ends the session of this request and takes its cookie away. */
export async function leave(): Promise<void> {
  const id = await sessionId()
  if (id !== null) await endSession(id)
  const jar = await cookies()
  jar.delete(sessionCookie())
}
