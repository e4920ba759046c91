'use server'

import { z } from 'zod'
import { actorOf } from '@/lib/access/authorize'
import { endOwnSessions } from '@/lib/accounts/end-own-sessions'
import { changeOwnPassword } from '@/lib/accounts/manage-accounts'
import { keepOwnContact } from '@/lib/accounts/keep-contact'
import { setMailSetting } from '@/lib/accounts/read-messages'
import { locales, Refusal } from '@/lib/values'
import { generalForm, type FormState } from '@/lib/web/action'
import { rememberLocale } from '@/lib/web/locale'
import { currentSessionId, enter } from '@/lib/web/session'

const passwords = z.object({
  currentPassword: z.string(),
  newPassword: z.string(),
  repeatPassword: z.string(),
})

/** Changes the password, ends every session, and begins a new one here. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, passwords, 'account.changeOwn', async (permit, input) => {
    if (input.newPassword !== input.repeatPassword) throw new Refusal('passwordsDiffer')
    await changeOwnPassword(permit, input.currentPassword, input.newPassword)
    await enter(actorOf(permit).login, input.newPassword)
    return { to: '/account?done=password' }
  })
}

export async function chooseLanguage(_: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ locale: z.enum(locales) })
  return generalForm(form, schema, 'account.changeOwn', async (_permit, { locale }) => {
    await rememberLocale(locale)
    return { to: '/account?done=language' }
  })
}

const mail = z.object({
  email: z.string().max(500),
  pace: z.enum(['each', 'daily', 'never']),
  brief: z.literal('on').optional(),
})

/** Sets how one is told by e-mail. */
export async function setMail(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, mail, 'account.changeOwn', async (permit, input) => {
    await setMailSetting(permit, { ...input, brief: input.brief === 'on' })
    return { to: '/account?done=mail' }
  })
}

const contact = z.object({
  name: z.string().max(1000),
  office: z.string().max(1000),
  phone: z.string().max(1000),
  email: z.string().max(1000),
})

/** Says how cities reach a reviewer. */
export async function keepContact(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, contact, 'contact.keepOwn', async (permit, input) => {
    await keepOwnContact(permit, input)
    return { shown: { done: 'yes' } }
  })
}

const sessions = z.object({ session: z.union([z.uuid(), z.literal('others')]) })

/** Ends one other session, or all others. */
export async function endSessions(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, sessions, 'account.changeOwn', async (permit, { session }) => {
    const which = session === 'others' ? { allBut: (await currentSessionId()) ?? '' } : { only: session }
    const count = await endOwnSessions(permit, which)
    return { to: `/account?done=sessions&count=${count}` }
  })
}
