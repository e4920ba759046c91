'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { keepCityContact } from '@/lib/accounts/keep-contact'
import { cityForm, type FormState } from '@/lib/web/action'

const fields = z.object({
  city: z.string(),
  place: z.string(),
  name: z.string().max(1000),
  office: z.string().max(1000),
  phone: z.string().max(1000),
  email: z.string().max(1000),
})

/** Says whom the city names in one place. */
export async function keep(_: FormState, form: FormData): Promise<FormState> {
  return cityForm(form, fields, 'contact.keep', async (permit, { city, place, ...reach }) => {
    await keepCityContact(permit, place, reach)
    revalidatePath(`/cities/${city}`, 'layout')
    return { shown: { done: 'yes' } }
  })
}
