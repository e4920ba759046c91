'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { commitProposal } from '@/lib/imports/commit-proposal'
import { discardProposal } from '@/lib/imports/discard-proposal'
import { isQuarter, isYear, Refusal, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const Answered = z.object({ city: z.string(), period: z.string(), proposal: z.uuid() })

function periodOf(text: string): Period {
  if (isQuarter(text) || isYear(text)) return text
  throw new Refusal('periodUnknown', { period: text.slice(0, 20) })
}

/** Takes a proposal over into the report. Where the report moved, the page shows the differences anew. */
export async function commit(_: FormState, form: FormData): Promise<FormState> {
  const schema = Answered.extend({
    shown: z.string().regex(/^[0-9a-f]{64}$/),
    formulas: z.string().optional(),
    lacking: z.enum(['keep', 'withdraw']).optional(),
    reason: z.string().optional(),
  })
  return cityForm(form, schema, 'report.prepare', async (permit, input) => {
    const { city, period, proposal, shown, formulas, lacking, reason = '' } = input
    const here = `/cities/${city}/reports/${period}/import`
    revalidatePath(here)
    await commitProposal(permit, periodOf(period), proposal, {
      shown,
      formulas: formulas === 'on',
      withdraw: lacking === 'withdraw' ? reason : null,
    })
    return { to: `${here}?proposal=${proposal}` }
  })
}

/** Leaves a proposal. */
export async function discard(_: FormState, form: FormData): Promise<FormState> {
  const schema = Answered.extend({ shown: z.string() })
  return cityForm(form, schema, 'report.prepare', async (permit, { city, period, proposal }) => {
    await discardProposal(permit, periodOf(period), proposal)
    return { to: `/cities/${city}/reports/${period}/import` }
  })
}
