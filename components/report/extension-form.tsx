'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { deadlines } from '@/lib/i18n/words/deadlines'
import type { FormAction } from '@/lib/web/form-state'

/** Asks for more time for one report, with a last day and a reason. */
export function ExtensionForm({
  action,
  city,
  period,
  after,
}: {
  action: FormAction
  city: string
  period: string
  /** The day that the new one must come after, in words. */
  after: string
}) {
  const said = useWords(deadlines).ask
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice
        refusal={state.refusal}
        field={state.refusal?.code === 'reasonMissing' ? 'extension-reason' : 'extension-day'}
      />
      <Hidden values={{ city, period }} />
      <Field id="extension-day" label={said.day} hint={said.dayHint(after)}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            name="day"
            required
            className="max-w-48"
            defaultValue={state.values.day}
          />
        )}
      </Field>
      <Field id="extension-reason" label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" rows={3} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.sending : said.send}
      </Button>
    </KeptForm>
  )
}
