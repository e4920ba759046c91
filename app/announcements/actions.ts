'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { announce, readAnnouncement } from '@/lib/accounts/announcements'
import { generalForm, type FormState } from '@/lib/web/action'

const Fields = z.object({
  title: z.string().max(1000),
  body: z.string().max(20_000),
  from: z.string().max(20),
  until: z.string().max(20),
})

/** 发布公告. */
export async function write(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, Fields, 'announcement.write', async (permit, input) => {
    await announce(permit, input)
    revalidatePath('/', 'layout')
    return { shown: { done: 'yes' } }
  })
}

/** Marks one as read. */
export async function mark(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'account.changeOwn', async (permit, { id }) => {
    await readAnnouncement(permit, id)
    revalidatePath('/', 'layout')
    return { shown: {} }
  })
}
