'use server'

import { z } from 'zod'
import { addPeriod, movePeriod } from '@/lib/admin/save-period'
import { generalForm, type FormState } from '@/lib/web/action'

const period = z.object({
  period: z.string().trim(),
  opensAt: z.string(),
  dueAt: z.string(),
  lateAfter: z.string(),
  lockedAfter: z.string(),
  reason: z.string(),
  /** The dates that the form was made from. */
  shown: z.string(),
})

export async function add(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, period, 'reference.configure', async (permit, input) => {
    await addPeriod(permit, input)
    return { to: `/admin/periods?added=${input.period}` }
  })
}

/** Moves the dates of a period. */
export async function move(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, period, 'reference.configure', async (permit, input) => {
    await movePeriod(permit, input, input.shown)
    return { to: `/admin/periods?moved=${input.period}` }
  })
}
