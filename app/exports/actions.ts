'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { askExport } from '@/lib/exports/ask-export'
import { cancelExport } from '@/lib/exports/cancel-export'
import { EXPORT_FORMATS } from '@/lib/exports/export-formats'
import { retryExport } from '@/lib/exports/retry-export'
import { parseQuarter } from '@/lib/values'
import { generalForm, type FormState } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { paperLocales } from '@/lib/web/paper-locales'
import { portalOrigin } from '@/lib/web/verify-address'

const Asked = z.object({
  kind: z.enum([
    'nationalSummary',
    'dashboard',
    'explore',
    'cityReports',
    'evidencePacks',
    'assessmentWorkbook',
  ]),
  asOf: z.string().max(8).default(''),
  format: z.string().max(8).default(''),
  language: z.string().max(8).default(''),
  province: z
    .string()
    .regex(/^(\d{2})?$/)
    .default(''),
  query: z.string().max(4000).default(''),
  city: z
    .union([z.string(), z.array(z.string()).max(5000)])
    .default([])
    .transform((city) => [city].flat().filter((code) => /^\d{6}$/.test(code))),
})

/** Puts an export in the queue. */
export async function ask(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, Asked, 'export.ask', async (permit, input) => {
    const locale = await currentLocale()
    const formats = EXPORT_FORMATS[input.kind]
    await askExport(permit, {
      kind: input.kind,
      cities: input.city,
      province: input.province,
      parameters: {
        asOf: parseQuarter(input.asOf) ?? null,
        format: formats.find((each) => each === input.format) ?? formats[0],
        locales: paperLocales(input.language, locale),
        query: input.query,
        origin: await portalOrigin(),
      },
      locale,
    })
    revalidatePath('/exports')
    return { shown: { kind: input.kind } }
  })
}

/** Stops an export. */
export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'export.ask', async (permit, { id }) => {
    await cancelExport(permit, id)
    revalidatePath('/exports')
    return { shown: {} }
  })
}

/** Lets a failed export go on. */
export async function retry(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'export.ask', async (permit, { id }) => {
    await retryExport(permit, id)
    revalidatePath('/exports')
    return { shown: {} }
  })
}
