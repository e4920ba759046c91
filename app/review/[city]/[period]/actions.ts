'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { acceptReport } from '@/lib/review/accept-report'
import { askCity, closeConversation } from '@/lib/review/ask-city'
import { forwardReport } from '@/lib/review/forward-report'
import { returnReport } from '@/lib/review/return-report'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'
import { narrowedQueue } from './narrowed-queue'

const version = z.object({
  city: z.string(),
  period: z.custom<Period>((text) => typeof text === 'string' && (isQuarter(text) || isYear(text))),
  contentHash: z.string().max(100),
  from: z.string().max(400).default(''),
  then: z.string().max(40).default(''),
})

const done = ({ city, period, from, then }: Omit<z.output<typeof version>, 'contentHash'>) => {
  const queue = narrowedQueue(from)
  const next = then === '' ? '' : `&then=${encodeURIComponent(then)}`
  return { to: `${queue}${queue.includes('?') ? '&' : '?'}done=${city}.${period}${next}` }
}

/** The province passes the report on to the national reviewers. */
export async function forward(_: FormState, form: FormData): Promise<FormState> {
  const schema = version.extend({ remark: z.string() })
  return cityForm(form, schema, 'report.forward', async (permit, input) => {
    await forwardReport(permit, input.period, input.contentHash, input.remark)
    return done(input)
  })
}

/** 受理. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, version, 'report.accept', async (permit, input) => {
    await acceptReport(permit, input.period, input.contentHash)
    return done(input)
  })
}

/** What was chosen, by the beginning of its field names. */
const chosen = (input: Readonly<Record<string, unknown>>, beginning: string): string[] =>
  Object.keys(input)
    .filter((name) => name.startsWith(beginning))
    .map((name) => name.slice(beginning.length))

/** 退回: the chosen results come as `pin.<code>` with `reason.<code>`, rows as `row.<id>` with `rowReason.<id>`. */
export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const schema = version.extend({ reason: z.string() }).catchall(z.union([z.string(), z.array(z.string())]))
  return cityForm(form, schema, 'report.return', async (permit, input) => {
    const text = (name: string): string => {
      const typed = input[name]
      return typeof typed === 'string' ? typed : ''
    }
    const figures = chosen(input, 'pin.').map((indicator) => ({
      indicator,
      reason: text(`reason.${indicator}`),
    }))
    const rows = chosen(input, 'row.').map((id) => ({ id, reason: text(`rowReason.${id}`) }))
    await returnReport(permit, input.period, input.contentHash, input.reason, figures, rows)
    return done(input)
  })
}

/** A question beside a figure or a row, or the end of that conversation. */
export async function talk(_: FormState, form: FormData): Promise<FormState> {
  const schema = version.omit({ contentHash: true, from: true, then: true }).extend({
    indicator: z.string(),
    row: z.string(),
    words: z.string(),
    deed: z.enum(['ask', 'close']),
  })
  return cityForm(form, schema, 'conversation.ask', async (permit, { deed, period, words, ...about }) => {
    if (deed === 'ask') await askCity(permit, period, about, words)
    else await closeConversation(permit, period, about, words)
    revalidatePath(`/review/${about.city}/${period}`)
    return { shown: {} }
  })
}
