'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { addCity, renameCity } from '@/lib/admin/save-city'
import { keepCityContact } from '@/lib/accounts/keep-contact'
import { setQuota } from '@/lib/evidence/set-quota'
import { switchProvincialStep } from '@/lib/admin/switch-provincial-step'
import { cityForm, generalForm, type FormState } from '@/lib/web/action'

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

/** Sets how much a city may keep in files. */
export async function quota(_: FormState, form: FormData): Promise<FormState> {
  const fields = z.object({ city: z.string(), mib: z.string(), reason: z.string() })
  return cityForm(form, fields, 'storage.configure', async (permit, { city: code, ...said }) => {
    await setQuota(permit, said)
    return { to: `/admin/cities/${code}?set=quota` }
  })
}

/** Says whom a city names in one place, where the city cannot. */
export async function contact(_: FormState, form: FormData): Promise<FormState> {
  const fields = z.object({
    city: z.string(),
    place: z.string(),
    name: z.string().max(1000),
    office: z.string().max(1000),
    phone: z.string().max(1000),
    email: z.string().max(1000),
  })
  return cityForm(form, fields, 'storage.configure', async (permit, { city: code, place, ...reach }) => {
    await keepCityContact(permit, place, reach)
    revalidatePath(`/admin/cities/${code}`)
    return { shown: { done: 'yes' } }
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
