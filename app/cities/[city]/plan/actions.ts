'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { attachPlanFile } from '@/lib/planning/attach-plan-file'
import { decidePlan } from '@/lib/planning/decide-plan'
import { recordProgress } from '@/lib/planning/record-progress'
import { removeTask } from '@/lib/planning/remove-task'
import { saveTasks } from '@/lib/planning/save-tasks'
import { signPlan } from '@/lib/planning/sign-plan'
import { startPlan } from '@/lib/planning/start-plan'
import { cityForm, type FormState } from '@/lib/web/action'

const city = z.string().max(10)
const version = z.coerce.number().int().positive()
const text = z.string().max(5000)
const line = z.string().max(1000)

const Started = z.object({ city, reason: text })
const Saved = z.object({
  city,
  version,
  code: line,
  title: line,
  department: line,
  startsOn: line,
  endsOn: line,
  central: line,
  local: line,
  social: line,
  indicators: text,
  stand: line,
})
const Removed = z.object({ city, version, code: line, stand: line })
const Signed = z.object({ city, version, contentHash: line })
const Decided = z.object({ city, version, approves: z.enum(['yes', 'no']), reason: text })
const Noted = z.object({ city, code: line, quarter: line, percent: line, note: text })
const Attached = z.object({ city, code: line, quarter: line, file: line })

const refresh = (code: string): void => {
  revalidatePath(`/cities/${code}/plan`, 'layout')
}

/** Begins a plan, or an amendment of it. */
export async function start(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Started, 'plan.prepare', async (permit, input) => {
    const begun = await startPlan(permit, input.reason)
    return { to: `/cities/${input.city}/plan?version=${String(begun)}` }
  })
}

/** Writes one task. */
export async function save(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(
    form,
    Saved,
    'plan.prepare',
    async (permit, { city: code, version: of, stand, ...task }) => {
      await saveTasks(permit, of, [task], stand)
      refresh(code)
      return { shown: { saved: task.code } }
    },
  )
}

/** Takes a task out. */
export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Removed, 'plan.prepare', async (permit, input) => {
    await removeTask(permit, input.version, input.code, input.stand)
    return { to: `/cities/${input.city}/plan?version=${String(input.version)}` }
  })
}

/** Signs a version as shown. */
export async function sign(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Signed, 'plan.sign', async (permit, input) => {
    await signPlan(permit, input.version, input.contentHash)
    refresh(input.city)
    return { shown: { done: 'signed' } }
  })
}

/** Approves or returns it. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Decided, 'plan.decide', async (permit, input) => {
    await decidePlan(permit, input.version, { approves: input.approves === 'yes', reason: input.reason })
    return {
      to: `/cities/${input.city}/plan${input.approves === 'yes' ? `?version=${String(input.version)}` : ''}`,
    }
  })
}

/** Reports how far a task has come. */
export async function note(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Noted, 'plan.prepare', async (permit, { city: code, ...entry }) => {
    await recordProgress(permit, [entry])
    refresh(code)
    return { shown: { done: 'noted' } }
  })
}

/** Puts a file behind the progress of a task. */
export async function attach(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Attached, 'plan.prepare', async (permit, { city: code, ...where }) => {
    await attachPlanFile(permit, where)
    refresh(code)
    return { shown: { done: 'attached' } }
  })
}
