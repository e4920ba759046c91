'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerPayment } from '@/lib/funding/answer-payment'
import { explainMonitor } from '@/lib/funding/explain-monitor'
import { recordEntries } from '@/lib/funding/record-entries'
import { recordPayment, recordRecovery } from '@/lib/funding/record-payment'
import { reverseEntry } from '@/lib/funding/reverse-entry'
import { cityForm, type FormState } from '@/lib/web/action'

const city = z.string().max(10)
const line = z.string().max(1000)
const text = z.string().max(5000)
const seq = z.coerce.number().int().positive()

const Entered = z.object({
  city,
  kind: z.enum(['receipt', 'spending']),
  day: line,
  source: line,
  task: line,
  form: line,
  yuan: line,
  purpose: line,
  payee: line,
  document: line,
})
const Reversed = z.object({ city, seq, reason: text })
const Paid = z.object({ city, yuan: line, day: line, documentNumber: line, decision: line })
const Recovered = z.object({ city, seq, day: line, documentNumber: line })
const Answered = z.object({ city, seq, confirmed: z.enum(['yes', 'no']), reason: text })
const Explained = z.object({ city, asOf: line, spent: line, achieved: line, reason: text, day: line })

const done = (code: string): { readonly shown: Readonly<Record<string, string>> } => {
  revalidatePath(`/cities/${code}/funds`)
  return { shown: { done: 'yes' } }
}

/** What was recorded, by its number: the form is empty again, so that nothing is sent twice. */
const recorded = (code: string, number: number): { readonly shown: Readonly<Record<string, string>> } => {
  revalidatePath(`/cities/${code}/funds`)
  return { shown: { recorded: String(number) } }
}

/** Enters a receipt or spending. */
export async function enter(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Entered, 'funds.record', async (permit, { city: code, kind, ...entry }) => {
    return recorded(code, await recordEntries(permit, kind, [entry]))
  })
}

/** Takes an entry back. */
export async function reverse(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Reversed, 'funds.record', async (permit, input) => {
    await reverseEntry(permit, input.seq, input.reason)
    return done(input.city)
  })
}

/** Records a payment of the ministry. */
export async function pay(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Paid, 'payment.record', async (permit, { city: code, decision, ...payment }) => {
    const number = await recordPayment(permit, {
      ...payment,
      decision: decision === '' ? null : Number(decision),
    })
    revalidatePath(`/cities/${code}/instalment`)
    return recorded(code, number)
  })
}

/** Records that a payment was taken back. */
export async function recover(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Recovered, 'payment.record', async (permit, { city: code, seq: of, ...text }) => {
    return recorded(code, await recordRecovery(permit, of, text))
  })
}

/** Confirms or refuses it. */
export async function answer(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Answered, 'payment.confirm', async (permit, input) => {
    await answerPayment(permit, input.seq, { confirmed: input.confirmed === 'yes', reason: input.reason })
    revalidatePath(`/cities/${input.city}/funds`)
    return { to: `/cities/${input.city}/funds?answered=${String(input.seq)}#payments` }
  })
}

/** Says why money and results are apart. */
export async function explain(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Explained, 'monitor.explain', async (permit, { city: code, ...said }) => {
    await explainMonitor(permit, said)
    return done(code)
  })
}
