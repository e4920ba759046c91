'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { resendMail, retryWork } from '@/lib/admin/read-jobs'
import { generalForm, type FormState } from '@/lib/web/action'

/** Lets failed work be tried again. */
export async function retry(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'jobs.retry', async (permit, { id }) => {
    await retryWork(permit, id)
    revalidatePath('/admin/jobs')
    return { shown: {} }
  })
}

/** Lets a person's undeliverable mail wait again. */
export async function resend(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'jobs.retry', async (permit, { id }) => {
    await resendMail(permit, id)
    revalidatePath('/admin/jobs')
    return { shown: {} }
  })
}
