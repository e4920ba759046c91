'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { readUpTo } from '@/lib/accounts/read-messages'
import { generalForm, type FormState } from '@/lib/web/action'

/** Marks what the page showed as read. */
export async function markRead(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(
    form,
    z.object({ upTo: z.iso.datetime() }),
    'account.changeOwn',
    async (permit, { upTo }) => {
      await readUpTo(permit, new Date(upTo))
      revalidatePath('/', 'layout')
      return { shown: {} }
    },
  )
}
