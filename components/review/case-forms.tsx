'use client'

import { Button } from '@/components/ui/button'
import { Field, Select, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { cases } from '@/lib/i18n/words/cases'
import type { FormAction } from '@/lib/web/form-state'

/** Who counts the enterprise, and why. */
export function CaseDecisionForm({
  number,
  steps,
  cities,
  action,
}: {
  number: string
  steps: number
  cities: readonly { readonly code: string; readonly name: string }[]
  action: FormAction
}) {
  const { decide: said } = useWords(cases)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field={`reason-${number}`} />
      <Hidden values={{ number, steps }} />
      <Field id={`counts-${number}`} label={said.choose}>
        {(control) => (
          <Select {...control} name="countsIn" defaultValue={state.values.countsIn ?? cities[0]?.code}>
            {cities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            <option value="">{said.both}</option>
          </Select>
        )}
      </Field>
      <Field id={`reason-${number}`} label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="primary" aria-disabled={isSending}>
        {said.send}
      </Button>
    </form>
  )
}

/** A note to a case. */
export function CaseNoteForm({
  number,
  action,
  hint,
}: {
  number: string
  action: FormAction
  /** Who reads it. */
  hint?: string
}) {
  const { note: said } = useWords(cases)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field={`note-${number}`} />
      <input type="hidden" name="number" value={number} />
      <Field id={`note-${number}`} label={said.label} hint={hint}>
        {(control) => (
          <TextArea {...control} name="reason" required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" aria-disabled={isSending}>
        {said.send}
      </Button>
    </form>
  )
}
