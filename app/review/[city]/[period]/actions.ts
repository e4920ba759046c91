'use server'

import { z } from 'zod'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { returnReport } from '@/lib/review/return-report'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const version = z.object({
  city: z.string(),
  period: z.custom<Period>((text) => typeof text === 'string' && (isQuarter(text) || isYear(text))),
  contentHash: z.string().max(100),
})

const done = ({ city, period }: { city: string; period: string }) => ({
  to: `/review?done=${city}.${period}`,
})

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

const PIN = 'pin.'

/** 退回: the chosen results come as `pin.<code>`, each with `reason.<code>`. */
export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const schema = version.extend({ reason: z.string() }).catchall(z.union([z.string(), z.array(z.string())]))
  return cityForm(form, schema, 'report.return', async (permit, input) => {
    const figures = Object.keys(input)
      .filter((name) => name.startsWith(PIN))
      .map((name) => {
        const indicator = name.slice(PIN.length)
        const reason = input[`reason.${indicator}`]
        return { indicator, reason: typeof reason === 'string' ? reason : '' }
      })
    await returnReport(permit, input.period, input.contentHash, input.reason, figures)
    return done(input)
  })
}
