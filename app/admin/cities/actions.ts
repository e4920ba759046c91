'use server'

import { z } from 'zod'
import { addCity, renameCity } from '@/lib/admin/save-city'
import { switchProvincialStep } from '@/lib/admin/switch-provincial-step'
import { generalForm, type FormState } from '@/lib/web/action'

const city = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  provinceZh: z.string(),
  provinceEn: z.string(),
  sortKey: z.string(),
  cohort: z.string(),
})

export async function add(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, city, 'reference.configure', async (permit, input) => {
    await addCity(permit, input)
    return { to: `/admin/cities?added=${input.code.trim()}` }
  })
}

/** Corrects the names of a city. */
export async function rename(_: FormState, form: FormData): Promise<FormState> {
  return generalForm(form, city, 'reference.configure', async (permit, input) => {
    await renameCity(permit, input)
    return { to: `/admin/cities?renamed=${input.code}` }
  })
}

/** Switches the provincial step of a cohort on or off. */
export async function switchStep(_: FormState, form: FormData): Promise<FormState> {
  const fields = z.object({ cohort: z.string(), isOn: z.enum(['on', 'off']), reason: z.string() })
  return generalForm(form, fields, 'reference.configure', async (permit, { cohort, isOn, reason }) => {
    await switchProvincialStep(permit, { cohort, isOn: isOn === 'on', reason })
    return { to: `/admin/cities?switched=${cohort}` }
  })
}
