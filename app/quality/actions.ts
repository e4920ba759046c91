'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { followFinding } from '@/lib/review/follow-finding'
import { cityForm, type FormState } from '@/lib/web/action'

const Form = z.object({
  city: z.string(),
  quarter: z.string(),
  indicator: z.string(),
  kind: z.string(),
  received: z.string().max(60),
  seq: z.coerce.number().int().min(0).max(10_000),
  state: z.enum(['taken', 'asked', 'closed']),
  note: z.string().max(2000),
})

/** Records what is done about a finding. */
export async function follow(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Form, 'quality.follow', async (permit, said) => {
    await followFinding(permit, said)
    revalidatePath('/quality')
    return { shown: {} }
  })
}
