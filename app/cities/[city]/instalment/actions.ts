'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { enterInstalment, refuseInstalment, withdrawInstalment } from '@/lib/funding/answer-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { answerReversal, askReversal } from '@/lib/funding/reverse-instalment'
import type { InstalmentDone } from '@/components/funding/instalment-done'
import { cityForm, type FormState } from '@/lib/web/action'

const city = z.string().max(10)
const seq = z.coerce.number().int().positive()
const text = z.string().max(5000)

const Proposed = z.object({ city })
const Entered = z.object({ city, seq, yuan: z.string().max(100) })
const Reasoned = z.object({ city, seq, reason: text })
const Signed = z.object({ city, seq, reason: text, confirmed: z.enum(['yes', 'no']) })

/** Back to the page, which says what was done: the form that did it is no longer there. */
const done = (code: string, what: InstalmentDone = 'recorded'): { readonly to: string } => {
  revalidatePath(`/cities/${code}/instalment`)
  return { to: `/cities/${code}/instalment?done=${what}` }
}

/** Proposes the second instalment; its amount follows by rule. */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Proposed, 'instalment.propose', async (permit, input) => {
    await proposeInstalment(permit)
    return done(input.city)
  })
}

/** Enters the amount that another person worked out. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Entered, 'instalment.answer', async (permit, input) => {
    const agrees = await enterInstalment(permit, input.seq, input.yuan)
    return done(input.city, agrees ? 'agreed' : 'differed')
  })
}

/** Refuses a proposal. */
export async function refuse(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Reasoned, 'instalment.answer', async (permit, input) => {
    await refuseInstalment(permit, input.seq, input.reason)
    return done(input.city)
  })
}

/** Its proposer withdraws it. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Reasoned, 'instalment.propose', async (permit, input) => {
    await withdrawInstalment(permit, input.seq, input.reason)
    return done(input.city)
  })
}

/** Asks for the reversal of a decision. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Reasoned, 'instalment.reverse', async (permit, input) => {
    await askReversal(permit, input.seq, input.reason)
    return done(input.city)
  })
}

/** Signs the reversal or refuses it. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Signed, 'instalment.answer', async (permit, input) => {
    await answerReversal(permit, input.seq, { confirmed: input.confirmed === 'yes', reason: input.reason })
    return done(input.city)
  })
}
