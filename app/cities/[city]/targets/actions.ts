'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { setTarget } from '@/lib/reporting/set-target'
import { grantTarget, refuseTarget, requestTarget, withdrawTarget } from '@/lib/review/amend-target'
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

/** Asks that a target be changed. */
export async function requestTargetAction(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Fields, 'target.set', async (permit, { city, indicator, value, reason }) => {
    await requestTarget(permit, indicator, value, reason)
    revalidatePath(`/cities/${city}/targets`)
    return { shown: { asked: indicator } }
  })
}

const Answer = z.object({
  city: z.string().max(10),
  seq: z.coerce.number().int().min(1),
  effectsHash: z.string().max(64).optional(),
  reason: z.string().max(5000).optional(),
})
/** The page is shown again as it is now: a redirect to itself with a hash would only scroll. */
function again(city: string): { readonly shown: Readonly<Record<string, string>> } {
  revalidatePath(`/cities/${city}/targets`)
  return { shown: {} }
}

/** Grants a request on the effects that were shown. */
export async function grant(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Answer, 'target.decide', async (permit, { city, seq, effectsHash = '' }) => {
    await grantTarget(permit, seq, effectsHash)
    return again(city)
  })
}

/** Refuses a request. */
export async function refuse(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Answer, 'target.decide', async (permit, { city, seq, reason = '' }) => {
    await refuseTarget(permit, seq, reason)
    return again(city)
  })
}

/** Takes a request back. */
export async function withdraw(_state: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Answer, 'target.set', async (permit, { city, seq, reason = '' }) => {
    await withdrawTarget(permit, seq, reason)
    return again(city)
  })
}
