'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { actorOf } from '@/lib/access/authorize'
import { endHandover, handOver } from '@/lib/review/hand-over'
import { generalForm, type FormState } from '@/lib/web/action'

const Given = z.object({
  // give.ID or take.ID
  direction: z.string().max(60),
  from: z.string().max(20),
  until: z.string().max(20),
  note: z.string().max(10_000),
})

/** 登记交接. */
export async function give(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, Given, 'review.handOver', async (permit, { direction, from, until, note }) => {
    const [way, colleague = ''] = direction.split('.')
    const own = actorOf(permit).id
    const [giver, taker] = way === 'take' ? [colleague, own] : [own, colleague]
    await handOver(permit, { giver, taker, from, until, note })
    revalidatePath('/review', 'layout')
    return { shown: { done: 'yes' } }
  })
}

/** 交回. */
export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const Back = z.object({ giver: z.string().max(60), note: z.string().max(10_000) })
  return generalForm(form, Back, 'review.handOver', async (permit, { giver, note }) => {
    await endHandover(permit, giver, note)
    revalidatePath('/review', 'layout')
    return { shown: { done: 'yes' } }
  })
}
