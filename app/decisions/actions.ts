'use server'

import { z } from 'zod'
import { readProposal } from '@/lib/decisions/read-proposal'
import { proposeDecision } from '@/lib/review/propose-decision'
import { signDecision, withdrawDecision } from '@/lib/review/sign-decision'
import { generalForm, type FormState } from '@/lib/web/action'

const proposal = z.looseObject({
  city: z.string().default(''),
  documentNumber: z.string().default(''),
  reason: z.string(),
  effectiveFrom: z.string().trim(),
  endsOn: z.string().trim().default(''),
})

/** Proposes a decision; it then waits for another person. */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, proposal, 'decision.propose', async (permit, input) => {
    const { city, documentNumber, reason, effectiveFrom, endsOn } = input
    const content = readProposal(input as Readonly<Record<string, string | string[]>>)
    const id = await proposeDecision(permit, {
      city: city === '' ? null : city,
      content,
      documentNumber,
      reason,
      effectiveFrom,
      endsOn: endsOn === '' ? null : endsOn,
    })
    return { to: `/decisions/${id}` }
  })
}

const answer = z.object({
  id: z.uuid(),
  kind: z.enum(['approved', 'rejected']),
  reason: z.string().default(''),
  effectsHash: z.string().default(''),
})

/** The second signature, or its refusal. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, answer, 'decision.sign', async (permit, { id, ...said }) => {
    await signDecision(permit, id, said)
    return { to: `/decisions/${id}` }
  })
}

/** Takes one's own proposal back. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(
    form,
    z.object({ id: z.uuid(), reason: z.string() }),
    'decision.propose',
    async (permit, { id, reason }) => {
      await withdrawDecision(permit, id, reason)
      return { to: `/decisions/${id}` }
    },
  )
}
