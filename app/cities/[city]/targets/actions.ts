'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { setTarget } from '@/lib/reporting/set-target'
import { cityForm, type FormState } from '@/lib/web/action'

const Fields = z.object({
  city: z.string().max(10),
  indicator: z.string().max(60),
  value: z.string().max(100),
  reason: z.string().max(5000),
})

/** Sets an own target, and shows the page with it. */
export async function setTargetAction(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Fields, 'target.set', async (permit, { city, indicator, value, reason }) => {
    await setTarget(permit, indicator, value, reason)
    revalidatePath(`/cities/${city}/targets`)
    return { shown: { saved: indicator } }
  })
}
