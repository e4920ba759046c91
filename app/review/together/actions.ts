'use server'

import { z } from 'zod'
import { passTogether } from '@/lib/review/pass-together'
import { isQuarter, isYear, type Period } from '@/lib/values'
import { generalForm, type FormState } from '@/lib/web/action'

/** `city.period.hash`, as the preview showed it. */
const shown = z.string().transform((text, context) => {
  const [city = '', period = '', contentHash = ''] = text.split('.')
  if (isQuarter(period) || isYear(period)) return { city, period: period satisfies Period, contentHash }
  context.addIssue({ code: 'custom', message: 'not a report' })
  return z.NEVER
})

/** Accepts or forwards the reports of a preview; answers what became of each, by `city.period`. */
export async function pass(_: FormState, form: FormData): Promise<FormState> {
  const schema = z.object({ report: z.union([shown.transform((one) => [one]), z.array(shown).max(50)]) })
  return generalForm(form, schema, 'queue.read', async (permit, { report }) => {
    const passed = await passTogether(permit, report)
    return {
      shown: Object.fromEntries(passed.map(({ city, period, outcome }) => [`${city}.${period}`, outcome])),
    }
  })
}
