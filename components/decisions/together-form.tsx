'use client'

import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { decisions } from '@/lib/i18n/words/decisions'
import type { City } from '@/lib/store/cities'
import { ContentFields } from './content-fields'

/** One configuration and the cities it would be for; what is asked for stands in the address. */
export function TogetherForm({
  cities,
  chosen,
  fields,
}: {
  cities: readonly City[]
  chosen: readonly string[]
  fields: Readonly<Record<string, string | string[] | undefined>>
}) {
  const said = useWords(decisions).together
  const locale = useLocale()
  const values = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return (
    <form action="/decisions/rehearsal" className="max-w-3xl">
      <ContentFields kind="configuration" values={values} />
      <fieldset className="mb-4">
        <legend className="font-semibold">{said.cities}</legend>
        <p className="mb-1 text-sm text-muted">{said.citiesHint}</p>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {cities.map(({ code, nameZh, nameEn }) => (
            <label key={code} className="flex items-center gap-2">
              <input type="checkbox" name="city" value={code} defaultChecked={chosen.includes(code)} />
              {locale === 'en' ? nameEn : nameZh}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="primary">
        {said.rehearse}
      </Button>
    </form>
  )
}
