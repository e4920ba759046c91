'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { LOCK } from '@/lib/accounts/sign-in'
import { Refusal } from '@/lib/values'
import { generalForm, type FormState } from '@/lib/web/action'
import { bringLocale } from '@/lib/web/locale'
import { safePath } from '@/lib/web/page'
import { enter } from '@/lib/web/session'

const schema = z.object({
  login: z.string(),
  password: z.string(),
  to: z.string().default('/'),
  failedLogin: z.string().default(''),
  failures: z.coerce.number().int().min(0).max(1000).catch(0),
})

/**
 * Signs in. That an account is locked is said after five failures in this form, whether the account exists or not, so
 * that logins cannot be found out.
 */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, schema, 'identity.verify', async (_permit, input) => {
    const session = await enter(input.login, input.password)
    if (session !== null) {
      await bringLocale(session.locale)
      return { to: session.mustChangePassword ? '/account' : safePath(input.to) }
    }
    const failures = input.failedLogin === input.login ? input.failures + 1 : 1
    throw new Refusal(failures < LOCK.attempts ? 'signInFailed' : 'accountLocked', {
      login: input.login,
      failures: String(failures),
      attempts: String(LOCK.attempts),
      minutes: String(LOCK.minutes),
    })
  })
}

/** Signs in with a demonstration account; one whose password was changed comes back to the page. */
export async function signInToDemonstration(form: FormData): Promise<void> {
  const { refusal } = await signIn({ refusal: null, values: {} }, form)
  if (refusal !== null) redirect('/sign-in?refused=1')
}
