'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { markSeen } from '@/lib/review/read-changes'
import { generalForm, type FormState } from '@/lib/web/action'

/** Marks what the page of changes showed as seen. */
export async function seen(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(
    form,
    z.object({ upTo: z.iso.datetime() }),
    'dashboard.visit',
    async (permit, { upTo }) => {
      await markSeen(permit, new Date(upTo))
      revalidatePath('/dashboard/changes')
      return { shown: {} }
    },
  )
}
