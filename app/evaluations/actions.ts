'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { makeRound } from '@/lib/assessment/make-round'
import { openForCities } from '@/lib/assessment/open-evaluation'
import { generalForm, type FormState } from '@/lib/web/action'

const line = z.string().max(1000)
const Made = z.object({
  kind: line,
  title: line,
  documentNumber: line,
  asOf: line,
  opensOn: line,
  closesOn: line,
})
const Opened = z.object({
  round: line,
  cities: z.union([z.array(z.string().max(10)), z.string().max(10)]).default([]),
})

/** Makes a round. */
export async function make(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, Made, 'evaluation.manage', async (permit, text) => ({
    to: `/evaluations/${await makeRound(permit, text)}`,
  }))
}

/** Opens the evaluations of the cities ticked. */
export async function open(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, Opened, 'evaluation.manage', async (permit, { round, cities }) => {
    await openForCities(permit, round, [cities].flat())
    revalidatePath(`/evaluations/${round}`)
    return { shown: { done: 'yes' } }
  })
}
