'use server'

import { z } from 'zod'
import { approveRestatement, refuseRestatement, withdrawRestatement } from '@/lib/restating/answer-request'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { cityForm, type FormState } from '@/lib/web/action'

const many = z.union([z.string(), z.array(z.string())])
const request = z
  .object({
    city: z.string(),
    period: z.custom<Period>((text) => typeof text === 'string' && (isQuarter(text) || isYear(text))),
    baseVersion: z.coerce.number().int().positive(),
    reasonCode: z.string(),
    reason: z.string(),
    withdrawn: many.default([]),
  })
  .catchall(many)

const FIGURE = 'figure.'
const NO_ROW = { name: '', creditCode: '', noCodeReason: '', countedOn: '', evidence: '', note: '' }
const ADDED = /^added\.(\d{1,3})\.indicator$/

/** 更正: figures come as `figure.<result>.<part>`, added rows as `added.<n>.<field>`, rows to take out as `withdrawn`. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, request, 'restatement.request', async (permit, input) => {
    const text = (name: string): string => {
      const value = input[name]
      return typeof value === 'string' ? value : ''
    }
    const names = Object.keys(input)
    const seq = await requestRestatement(permit, input.period, {
      baseVersion: input.baseVersion,
      reasonCode: input.reasonCode,
      reason: input.reason,
      correction: {
        figures: names
          .filter((name) => name.startsWith(FIGURE))
          .map((name) => {
            const [, indicator = '', part = ''] = name.split('.')
            return { indicator, part, text: text(name) }
          }),
        withdrawn: [input.withdrawn].flat(),
        added: names
          .flatMap((name) => ADDED.exec(name)?.[1] ?? [])
          .map((number) => {
            const prefix = `added.${number}.`
            const given = names
              .filter((name) => name.startsWith(prefix))
              .map((name) => [name.slice(prefix.length), text(name)] as const)
            return { indicator: '', ...NO_ROW, ...Object.fromEntries<string>(given) }
          }),
      },
    })
    return { to: `/cities/${input.city}/restatements/${seq}` }
  })
}

const answer = z.object({
  city: z.string(),
  number: z.coerce.number().int().positive(),
  kind: z.enum(['approved', 'refused']),
  reason: z.string().default(''),
  effectsHash: z.string().max(100),
})

/** Approves a restatement on the effects shown, or refuses it. */
export async function decide(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, answer, 'restatement.decide', async (permit, input) => {
    await (input.kind === 'approved'
      ? approveRestatement(permit, input.number, input.effectsHash, input.reason)
      : refuseRestatement(permit, input.number, input.reason))
    return { to: `/cities/${input.city}/restatements/${input.number}` }
  })
}

const withdrawal = z.object({
  city: z.string(),
  number: z.coerce.number().int().positive(),
  reason: z.string(),
})

/** Takes one's own request back. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, withdrawal, 'restatement.request', async (permit, input) => {
    await withdrawRestatement(permit, input.number, input.reason)
    return { to: `/cities/${input.city}/restatements/${input.number}` }
  })
}
