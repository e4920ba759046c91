'use server'

import { z } from 'zod'
import { addCity, renameCity } from '@/lib/admin/save-city'
import { generalForm, type FormState } from '@/lib/web/action'

const city = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  provinceZh: z.string(),
  provinceEn: z.string(),
  sortKey: z.string(),
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
