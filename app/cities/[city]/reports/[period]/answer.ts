'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerReviewer } from '@/lib/reporting/answer-reviewer'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const Form = z.object({
  city: z.string(),
  period: z.custom<Period>((text) => typeof text === 'string' && (isQuarter(text) || isYear(text))),
  indicator: z.string(),
  row: z.string(),
  words: z.string(),
})

/** The city's answer to a reviewer's question. */
export async function answer(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Form, 'conversation.answer', async (permit, { period, indicator, row, words }) => {
    await answerReviewer(permit, period, { indicator, row }, words)
    revalidatePath('/', 'layout')
    return { shown: {} }
  })
}
