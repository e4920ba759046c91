import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { SESSION_LIMITS } from '@/lib/accounts/session-limits'
import { signIn } from '@/lib/accounts/sign-in'
import { env } from '@/lib/env'

/** Cookies carry the Secure flag and the __Host- prefix wherever the portal is reached over https. */
const secure = (): boolean => env().NEXTAUTH_URL?.startsWith('https://') ?? false

/** The name of the session cookie. next-auth takes every cookie whose name begins so for a part of it, and clears it. */
export const sessionCookie = (): string => (secure() ? '__Host-chengji-session' : 'chengji-session')

/** How the cookies of the portal are set: never readable by scripts, never sent by other sites' forms. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const

/** How long the browser keeps the session cookie. */
export const SESSION_SECONDS = SESSION_LIMITS.hours * 3600

/** next-auth with passwords; the token carries only the id of a session that the store can end at any moment. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: cookieOptions(),
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { login: {}, password: { type: 'password' } },
        async authorize(credentials) {
          const session = await signIn(
            (credentials?.login ?? '').slice(0, 100),
            (credentials?.password ?? '').slice(0, 200),
          )
          return session === null ? null : { id: session.sessionId }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user, trigger }) => (trigger === 'signIn' ? { sid: user.id } : token),
      // What the browser may read of the session: nothing but that there is one.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => {
        console.error('sign-in:', code)
      },
    },
  }
}
