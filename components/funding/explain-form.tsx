'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { monitoring } from '@/lib/i18n/words/monitoring'
import type { FormAction } from '@/lib/web/form-state'

/** The city says why money and results are apart, and by when that will have changed. */
export function ExplainMonitor({
  action,
  city,
  asOf,
  spent,
  achieved,
}: {
  action: FormAction
  city: string
  asOf: string
  spent: string
  achieved: string
}) {
  const said = useWords(monitoring)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice
        refusal={state.refusal}
        field={state.refusal?.code === 'dateWrong' ? 'monitor-day' : 'monitor-reason'}
      />
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.sent}
        </Banner>
      )}
      <Hidden values={{ city, asOf, spent, achieved }} />
      <Field id="monitor-reason" label={said.explainReason}>
        {(control) => (
          <TextArea {...control} name="reason" rows={3} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Field id="monitor-day" label={said.explainDay}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            name="day"
            required
            className="max-w-48"
            defaultValue={state.values.day ?? ''}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {said.send}
      </Button>
    </KeptForm>
  )
}
