'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { dropView, keepView } from '@/lib/review/read-explore'
import { generalForm, type FormState } from '@/lib/web/action'

/** Keeps the view that is shown. */
export async function keep(_: FormState, form: FormData): Promise<FormState> {
  const Form = z.object({ name: z.string(), query: z.string().max(4000) })
  return generalForm(form, Form, 'view.keep', async (permit, { name, query }) => {
    await keepView(permit, name, query)
    revalidatePath('/explore')
    return { shown: {} }
  })
}

/** Takes a view from the list. */
export async function drop(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'view.keep', async (permit, { id }) => {
    await dropView(permit, id)
    revalidatePath('/explore')
    return { shown: {} }
  })
}
