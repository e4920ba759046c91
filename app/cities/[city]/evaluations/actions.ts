'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { assignAssessor, releaseAssessor } from '@/lib/assessment/assign-assessor'
import { reopenEvaluation } from '@/lib/assessment/open-evaluation'
import { signEvaluation } from '@/lib/assessment/sign-evaluation'
import { saveStatement, signOwnStatement } from '@/lib/assessment/state-evaluation'
import { cityForm, type FormState } from '@/lib/web/action'

const line = z.string().max(1000)
const text = z.string().max(20_000)
const where = { city: z.string().max(10), round: line }
const shown = z.coerce.number().int().nonnegative()

const Assigned = z.object({ ...where, assessor: line, duty: line, fromDay: line, toDay: line })
const Released = z.object({ ...where, assessor: line })
const Stated = z.object({ ...where, shown, achieved: text, deviations: text, nextSteps: text })
const Signed = z.object({ ...where, shown })
const Sealed = z.object({ ...where, sha256: line })
const Reopened = z.object({ ...where, reason: text })

const done = ({ city, round }: { city: string; round: string }) => {
  revalidatePath(`/cities/${city}/evaluations/${round}`)
  return { shown: { done: 'yes' } }
}

/** Assigns an assessor. */
export async function assign(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Assigned, 'evaluation.assign', async (permit, input) => {
    await assignAssessor(permit, input.round, input)
    return done(input)
  })
}

/** Ends an assignment. */
export async function release(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Released, 'evaluation.assign', async (permit, input) => {
    await releaseAssessor(permit, input.round, input.assessor)
    return done(input)
  })
}

/** Saves the city's statement. */
export async function state(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Stated, 'evaluation.state', async (permit, input) => {
    await saveStatement(permit, input.round, input.shown, input)
    return done(input)
  })
}

/** Signs it. */
export async function signStatement(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Signed, 'evaluation.sign', async (permit, input) => {
    await signOwnStatement(permit, input.round, input.shown)
    return done(input)
  })
}

/** Signs the evaluation as it was shown. */
export async function seal(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Sealed, 'evaluation.seal', async (permit, input) => {
    await signEvaluation(permit, input.round, input.sha256)
    return done(input)
  })
}

/** Opens a new version beside the sealed one. */
export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Reopened, 'evaluation.open', async (permit, input) => {
    await reopenEvaluation(permit, input.round, input.reason)
    return done(input)
  })
}
