'use server'

import { z } from 'zod'
import { setTarget } from '@/lib/reporting/set-target'
import { cityForm, type FormState } from '@/lib/web/action'

const Fields = z.object({
  city: z.string().max(10),
  indicator: z.string().max(60),
  value: z.string().max(100),
  reason: z.string().max(5000),
})

/** Sets an own target; comes back to the result it was set for. */
export async function setTargetAction(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Fields, 'target.set', async (permit, { city, indicator, value, reason }) => {
    await setTarget(permit, indicator, value, reason)
    return { to: `/cities/${city}/targets#target-${indicator}` }
  })
}
