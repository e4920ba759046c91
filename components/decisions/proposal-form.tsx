'use client'

import { Button } from '@/components/ui/button'
import { Field, Select, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { decisions } from '@/lib/i18n/words/decisions'
import type { DecisionKind } from '@/lib/decisions/content'
import type { City } from '@/lib/store/cities'
import type { FormAction } from '@/lib/web/form-state'
import { ContentFields } from './content-fields'

/** Proposes one kind of decision: what it says, why, by which document, from when to when. */
export function ProposalForm({
  kind,
  cities,
  today,
  given,
  action,
}: {
  kind: DecisionKind
  /** Empty where the decision is about all of them. */
  cities: readonly City[]
  today: string
  /** What the address of the form says already. */
  given: Readonly<Record<string, string>>
  action: FormAction
}) {
  const said = useWords(decisions).fields
  const { proposeNow } = useWords(decisions)
  const locale = useLocale()
  const [state, send, isSending] = useFormAction(action, given)
  const { values } = state
  const needsDocument = kind === 'bandTable' || kind === 'scoringScheme'
  return (
    <form action={send} className="max-w-3xl">
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="kind" value={kind} />
      {cities.length > 0 && (
        <Field id="city" label={said.city}>
          {(control) => (
            <Select {...control} name="city" required defaultValue={values.city ?? ''} className="max-w-96">
              <option value="" />
              {cities.map((city) => (
                <option key={city.code} value={city.code}>
                  {locale === 'en' ? city.nameEn : city.nameZh}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <ContentFields kind={kind} values={values} />
      <Field
        id="documentNumber"
        label={said.documentNumber}
        hint={needsDocument ? undefined : said.documentOptional}
      >
        {(control) => (
          <TextInput
            {...control}
            name="documentNumber"
            required={needsDocument}
            defaultValue={values.documentNumber ?? ''}
            className="max-w-96"
          />
        )}
      </Field>
      <Field id="reason" label={said.reason}>
        {(control) => <TextArea {...control} name="reason" required defaultValue={values.reason ?? ''} />}
      </Field>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field id="effectiveFrom" label={said.effectiveFrom} hint={said.date}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              name="effectiveFrom"
              required
              min={today}
              defaultValue={values.effectiveFrom ?? today}
            />
          )}
        </Field>
        <Field id="endsOn" label={said.endsOn} hint={kind === 'derogation' ? undefined : said.endsOptional}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              name="endsOn"
              required={kind === 'derogation'}
              min={today}
              defaultValue={values.endsOn ?? ''}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary" aria-disabled={isSending}>
        {proposeNow}
      </Button>
    </form>
  )
}
