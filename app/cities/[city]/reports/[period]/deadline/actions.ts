'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { askExtension } from '@/lib/reporting/ask-extension'
import { decideExtension } from '@/lib/review/decide-extension'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const period = z.custom<Period>((text) => typeof text === 'string' && (isQuarter(text) || isYear(text)))
const Asked = z.object({
  city: z.string().max(10),
  period,
  day: z.string().max(40),
  reason: z.string().max(5000),
})
const Decided = z.object({
  city: z.string().max(10),
  period,
  seq: z.coerce.number().int().positive(),
  granted: z.enum(['yes', 'no']),
  reason: z.string().max(5000),
})

/** Asks for more time. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Asked, 'extension.ask', async (permit, { city, period: report, day, reason }) => {
    await askExtension(permit, report, day, reason)
    revalidatePath(`/cities/${city}/reports/${report}/deadline`)
    return { shown: { done: 'asked' } }
  })
}

/** Grants or refuses it. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Decided, 'extension.decide', async (permit, input) => {
    const granted = input.granted === 'yes'
    await decideExtension(permit, input.period, input.seq, { granted, reason: input.reason })
    revalidatePath(`/cities/${input.city}/reports/${input.period}/deadline`)
    return { shown: { done: granted ? 'granted' : 'refused' } }
  })
}
