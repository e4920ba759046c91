'use client'

import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { admin } from '@/lib/i18n/words/admin'
import type { FormAction } from '@/lib/web/form-state'

/** Sets how much a city may keep in files, with a reason. */
export function QuotaForm({
  city,
  mib,
  action,
}: {
  city: string
  /** As it is now. */
  mib: number
  action: FormAction
}) {
  const said = useWords(admin).cities.storage
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send} className="max-w-xl">
      <RefusalNotice
        refusal={state.refusal}
        field={state.refusal?.code === 'reasonMissing' ? 'quota-reason' : 'quota-mib'}
      />
      <input type="hidden" name="city" value={city} />
      <Field id="quota-mib" label={said.mib} hint={said.mibHint}>
        {(control) => <NumberInput {...control} name="mib" defaultValue={state.values.mib ?? String(mib)} />}
      </Field>
      <Field id="quota-reason" label={said.reason}>
        {(control) => <TextArea {...control} name="reason" rows={2} defaultValue={state.values.reason} />}
      </Field>
      <Button type="submit" disabled={isSending}>
        {said.set}
      </Button>
    </form>
  )
}
