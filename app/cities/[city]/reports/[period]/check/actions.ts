'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { certifyReport } from '@/lib/reporting/certify-report'
import { explainFindings } from '@/lib/reporting/explain-findings'
import { recallReport } from '@/lib/reporting/recall-report'
import { submitReport } from '@/lib/reporting/submit-report'
import { withdrawReport } from '@/lib/reporting/withdraw-report'
import { isQuarter, isYear, Refusal, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const Report = z.object({ city: z.string(), period: z.string() })
const Signed = Report.extend({ contentHash: z.string().regex(/^[0-9a-f]{64}$/) })

function periodOf(text: string): Period {
  if (isQuarter(text) || isYear(text)) return text
  throw new Refusal('periodUnknown', { period: text.slice(0, 20) })
}

/** 出错说明, for one finding or for several of the same check. The page is shown again, with everything typed elsewhere on it. */
export async function explain(_: FormState, form: FormData): Promise<FormState> {
  const about = z.string().regex(/^[0-9a-f]{64}$/)
  const schema = Report.extend({
    about: z.union([about.transform((one) => [one]), z.array(about).min(1).max(100)]),
    text: z.string().max(10_000),
  })
  return cityForm(form, schema, 'report.prepare', async (permit, { city, period, about: abouts, text }) => {
    await explainFindings(permit, periodOf(period), abouts, text)
    revalidatePath(`/cities/${city}/reports/${period}/check`)
    return { shown: {} }
  })
}

/** 签审. */
export async function certify(_: FormState, form: FormData): Promise<FormState> {
  const schema = Signed.extend({ declared: z.string().optional() })
  return cityForm(form, schema, 'report.certify', async (permit, { city, period, contentHash, declared }) => {
    await certifyReport(permit, periodOf(period), { contentHash, declared: declared === 'on' })
    return { to: `/cities/${city}/reports/${period}/check` }
  })
}

/** 上报. Leads to the receipt, also when the same content had been submitted before. */
export async function submit(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Signed, 'report.submit', async (permit, { city, period, contentHash }) => {
    const { version } = await submitReport(permit, periodOf(period), contentHash)
    return { to: `/cities/${city}/reports/${period}/receipt?version=${version}` }
  })
}

/** 撤回签审. */
export async function recall(_: FormState, form: FormData): Promise<FormState> {
  const schema = Report.extend({ reason: z.string() })
  return cityForm(form, schema, 'report.recall', async (permit, { city, period, reason }) => {
    await recallReport(permit, periodOf(period), reason)
    return { to: `/cities/${city}/reports/${period}/check` }
  })
}

/** 撤回上报. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const schema = Report.extend({ reason: z.string() })
  return cityForm(form, schema, 'report.withdraw', async (permit, { city, period, reason }) => {
    await withdrawReport(permit, periodOf(period), reason)
    return { to: `/cities/${city}/reports/${period}/check` }
  })
}
