'use client'

import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { admin } from '@/lib/i18n/words/admin'
import type { City } from '@/lib/store/cities'
import type { FormAction } from '@/lib/web/form-state'

const NAMES = ['nameZh', 'nameEn', 'provinceZh', 'provinceEn', 'sortKey', 'cohort'] as const

/** A new city, or other names for one that is there. */
export function CityForm({
  action,
  city,
}: {
  action: FormAction
  /** Null for a new one. */
  city: City | null
}) {
  const said = useWords(admin).cities.form
  const [state, send, isSending] = useFormAction(action)
  const { refusal, values } = state
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice
        refusal={refusal}
        field={
          refusal?.detail.why === 'name' ? 'nameZh' : refusal?.detail.why === 'cohort' ? 'cohort' : 'code'
        }
      />
      {city === null ? (
        <Field id="code" label={said.code} hint={said.codeHint}>
          {(control) => (
            <TextInput
              {...control}
              name="code"
              required
              inputMode="numeric"
              autoComplete="off"
              defaultValue={values.code ?? ''}
            />
          )}
        </Field>
      ) : (
        <input type="hidden" name="code" value={city.code} />
      )}
      {NAMES.map((name) => (
        <Field
          key={name}
          id={name}
          label={said[name]}
          hint={name === 'sortKey' ? said.sortKeyHint : name === 'cohort' ? said.cohortHint : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              name={name}
              required
              autoComplete="off"
              defaultValue={values[name] ?? city?.[name] ?? (name === 'cohort' ? '2020' : '')}
            />
          )}
        </Field>
      ))}
      <Button type="submit" variant="primary" disabled={isSending}>
        {city === null ? said.add : said.save}
      </Button>
    </KeptForm>
  )
}
