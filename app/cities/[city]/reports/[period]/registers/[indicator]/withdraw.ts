'use server'

import { z } from 'zod'
import { withdrawRow } from '@/lib/registers/withdraw-row'
import { isQuarter, Refusal } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const Form = z.object({
  city: z.string(),
  period: z.string(),
  indicator: z.string(),
  id: z.uuid(),
  baseVersion: z.coerce.number().int().min(1),
  reason: z.string(),
})

/** Withdraws a row that was submitted, with the reason. */
export async function withdrawAction(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(
    form,
    Form,
    'report.prepare',
    async (permit, { city: _city, period, indicator, ...said }) => {
      if (!isQuarter(period)) throw new Refusal('periodUnknown', { period })
      await withdrawRow(permit, period, indicator, said)
      return { shown: { withdrawn: said.id } }
    },
  )
}
