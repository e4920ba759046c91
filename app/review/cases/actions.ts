'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { decideCase, noteCase } from '@/lib/review/decide-case'
import { noteForProvince } from '@/lib/review/note-for-province'
import { generalForm, type FormState } from '@/lib/web/action'

const number = z.coerce.number().int().min(1).max(2_000_000_000)

/** Decides which city counts an enterprise that several claim; empty: every one of them. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const Form = z.object({
    number,
    steps: z.coerce.number().int().min(0),
    countsIn: z.string(),
    reason: z.string(),
  })
  return generalForm(form, Form, 'case.decide', async (permit, { countsIn, ...said }) => {
    await decideCase(permit, { ...said, countsIn: countsIn === '' ? null : countsIn })
    revalidatePath('/review/cases')
    return { shown: {} }
  })
}

/** Adds what a province says of a case. */
export async function noteOfProvince(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ number, reason: z.string() }), 'case.note', async (permit, said) => {
    await noteForProvince(permit, said.number, said.reason)
    revalidatePath('/review/cases')
    return { shown: {} }
  })
}

/** Adds a note to a case. */
export async function note(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ number, reason: z.string() }), 'case.decide', async (permit, said) => {
    await noteCase(permit, said.number, said.reason)
    revalidatePath('/review/cases')
    return { shown: {} }
  })
}
