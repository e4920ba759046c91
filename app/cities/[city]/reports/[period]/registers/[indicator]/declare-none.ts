'use server'

import { z } from 'zod'
import { declareNone } from '@/lib/registers/declare-none'
import { isQuarter, Refusal } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const Form = z.object({
  city: z.string(),
  period: z.string(),
  indicator: z.string(),
  none: z.enum(['yes', 'no']),
  baseVersion: z.coerce.number().int().min(0),
})

/** Declares that a register has nothing new this quarter, or takes that back. */
export async function declareNoneAction(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Form, 'report.prepare', async (permit, { city, period, indicator, ...said }) => {
    if (!isQuarter(period)) throw new Refusal('periodUnknown', { period })
    await declareNone(permit, period, indicator, {
      none: said.none === 'yes',
      baseVersion: said.baseVersion,
    })
    return { to: `/cities/${city}/reports/${period}/registers/${indicator}` }
  })
}
