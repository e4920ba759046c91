'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { drawEvidence } from '@/lib/assessment/draw-evidence'
import { noteVisit as note } from '@/lib/assessment/note-visit'
import { overrideResult } from '@/lib/assessment/override-result'
import { handInReadings, recordReadings } from '@/lib/assessment/record-readings'
import { settleReading } from '@/lib/assessment/settle-reading'
import { cityForm, type FormState } from '@/lib/web/action'

const line = z.string().max(1000)
const text = z.string().max(20_000)
const where = { city: z.string().max(10), round: line }

const list = z.union([z.array(text), text]).transform((each) => [each].flat())
const Read = z.object({
  ...where,
  indicator: list,
  mark: list,
  reason: list,
  shown: list,
  deed: z.enum(['save', 'handIn']).default('save'),
})
const Settled = z.object({ ...where, indicator: line, mark: line, reason: text })
const Overridden = z.object({ ...where, indicator: line, percent: line, reason: text })
const Drawn = z.object({ ...where, seed: line, size: line, confirmed: z.literal('on').optional() })
const Visited = z.object({
  ...where,
  visit: z.string().max(36),
  shown: z.coerce.number().int().nonnegative(),
  place: line,
  visitedOn: line,
  met: line,
  note: text,
  reason: text.default(''),
  photos: z.union([z.array(z.uuid()).max(60), z.uuid()]).default([]),
})

const done = ({ city, round }: { city: string; round: string }) => {
  revalidatePath(`/assess/${city}/${round}`)
  return { shown: { done: 'yes' } }
}

/** Saves a reader's marks and reasons, one of each for every result in the same order, or hands them in as they stand there. */
export async function record(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Read, 'assessment.do', async (permit, input) => {
    const texts = input.indicator.map((indicator, i) => ({
      indicator,
      mark: input.mark[i] ?? '',
      reason: input.reason[i] ?? '',
      shown: input.shown[i] ?? '',
    }))
    await (input.deed === 'handIn' ? handInReadings : recordReadings)(permit, input.round, texts)
    return done(input)
  })
}

/** Settles a difference. */
export async function settle(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Settled, 'assessment.do', async (permit, input) => {
    await settleReading(permit, input.round, input)
    return done(input)
  })
}

/** Gives a result another share. */
export async function override(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Overridden, 'assessment.do', async (permit, input) => {
    await overrideResult(permit, input.round, input)
    return done(input)
  })
}

/** Draws the sample. */
export async function draw(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Drawn, 'assessment.do', async (permit, input) => {
    await drawEvidence(permit, input.round, { ...input, confirmed: input.confirmed === 'on' })
    return done(input)
  })
}

/** Notes a visit, or corrects one. */
export async function noteVisit(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, Visited, 'assessment.do', async (permit, input) => {
    await note(permit, input.round, { ...input, photos: [input.photos].flat() })
    return done(input)
  })
}
