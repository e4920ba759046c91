'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, Select, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { plan } from '@/lib/i18n/words/plan'
import type { FormAction } from '@/lib/web/form-state'

/** Reports how far a task has come in a quarter. */
export function ProgressForm({
  action,
  city,
  code,
  quarters,
}: {
  action: FormAction
  city: string
  code: string
  /** Those that have begun, latest first. */
  quarters: readonly { readonly value: string; readonly label: string }[]
}) {
  const said = useWords(plan).task
  const [state, send, isSending] = useFormAction(action)
  const isPercent = state.refusal?.code === 'percentWrong'
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field={isPercent ? 'progress-percent' : 'progress-note'} />
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.recorded}
        </Banner>
      )}
      <Hidden values={{ city, code }} />
      <div className="gap-x-4 sm:grid sm:grid-cols-2">
        <Field id="progress-quarter" label={said.quarter}>
          {(control) => (
            <Select {...control} name="quarter" defaultValue={state.values.quarter ?? quarters[0]?.value}>
              {quarters.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="progress-percent" label={said.percent} hint={said.percentHint}>
          {(control) => (
            <NumberInput
              {...control}
              name="percent"
              inputMode="numeric"
              defaultValue={state.values.percent ?? ''}
            />
          )}
        </Field>
      </div>
      <Field id="progress-note" label={said.note} hint={said.noteHint}>
        {(control) => <TextArea {...control} name="note" rows={3} defaultValue={state.values.note ?? ''} />}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {said.send}
      </Button>
    </KeptForm>
  )
}
