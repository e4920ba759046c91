'use server'

import { z } from 'zod'
import { addAccount, disableAccount, endSessions, reissuePassword } from '@/lib/accounts/manage-accounts'
import { readAccount } from '@/lib/accounts/read-accounts'
import { ONE_TIME_DAYS } from '@/lib/accounts/session-limits'
import { generalForm, type FormState } from '@/lib/web/action'

const person = z.object({
  name: z.string(),
  login: z.string(),
  role: z.string(),
  // Only the one that the role asks for is in the form.
  city: z.string().default(''),
  province: z.string().default(''),
})

/** Makes an account and shows its one-time password, once. */
export async function createAccount(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, person, 'account.manage', async (permit, input) => ({
    shown: { ...(await addAccount(permit, input)), days: String(ONE_TIME_DAYS) },
  }))
}

const which = z.object({ account: z.string() })

/** Gives a new one-time password, shown once. */
export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, which, 'account.manage', async (permit, input) => {
    const { account } = await readAccount(permit, input.account)
    const password = await reissuePassword(permit, account.id)
    return { shown: { login: account.login, password, days: String(ONE_TIME_DAYS) } }
  })
}

export async function disable(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, which, 'account.manage', async (permit, { account }) => {
    await disableAccount(permit, account, true)
    return { to: `/admin/accounts/${account}?done=disable` }
  })
}

export async function enable(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, which, 'account.manage', async (permit, { account }) => {
    await disableAccount(permit, account, false)
    return { to: `/admin/accounts/${account}?done=enable` }
  })
}

/** Ends every session of an account. */
export async function endAll(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, which, 'account.manage', async (permit, { account }) => {
    const count = await endSessions(permit, account)
    return { to: `/admin/accounts/${account}?done=end&count=${count}` }
  })
}
