'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { askExport } from '@/lib/exports/ask-export'
import { keepExport } from '@/lib/exports/keep-export'
import { queryParts } from '@/lib/exports/query-parts'
import { customExportOf, customQuery } from '@/lib/review/custom-export'
import { dropView } from '@/lib/review/read-explore'
import { generalForm, type FormState } from '@/lib/web/action'
import { currentLocale } from '@/lib/web/locale'
import { portalOrigin } from '@/lib/web/verify-address'

const query = z.string().max(4000)

/** Lets the export that is shown be made. */
export async function run(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(
    form,
    z.object({ query, name: z.string().max(160).default('') }),
    'export.ask',
    async (permit, asked) => {
      const custom = customExportOf(queryParts(asked.query))
      const locale = await currentLocale()
      await askExport(permit, {
        kind: 'custom',
        cities: [],
        parameters: {
          asOf: null,
          format: custom.format,
          locales: [locale],
          query: customQuery(custom),
          origin: await portalOrigin(),
          ...(asked.name !== '' && { name: asked.name }),
        },
        locale,
      })
      return { to: '/exports#list' }
    },
  )
}

/** Keeps the export that is shown, or changes the kept one. */
export async function keep(_: FormState, form: FormData): Promise<FormState> {
  const Form = z.object({
    query,
    id: z.uuid().optional(),
    name: z.string(),
    cadence: z.enum(['none', 'weekly', 'monthly', 'afterLock']),
  })
  return generalForm(form, Form, 'view.keep', async (permit, { id = null, ...kept }) => {
    await keepExport(permit, id, { ...kept, locale: await currentLocale() })
    revalidatePath('/exports/custom')
    return { shown: {} }
  })
}

/** Takes a kept export from the list: it is not made by itself any more. */
export async function drop(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, z.object({ id: z.uuid() }), 'view.keep', async (permit, { id }) => {
    await dropView(permit, id)
    revalidatePath('/exports/custom')
    return { shown: {} }
  })
}
