'use client'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { admin } from '@/lib/i18n/words/admin'
import type { FormAction } from '@/lib/web/form-state'

/** Switches the provincial step of one cohort, with a reason. */
export function RouteSwitchForm({
  cohort,
  isOn,
  action,
}: {
  cohort: string
  /** As it is now. */
  isOn: boolean
  action: FormAction
}) {
  const said = useWords(admin).cities.routes
  const [state, send, isSending] = useFormAction(action)
  const id = `reason-${cohort}`
  return (
    <Disclosure
      summary={isOn ? said.turnOffOf(cohort) : said.turnOnOf(cohort)}
      open={state.refusal !== null || undefined}
    >
      <form action={send}>
        <RefusalNotice refusal={state.refusal} field={id} />
        <Hidden values={{ cohort, isOn: isOn ? 'off' : 'on' }} />
        <Field id={id} label={said.reason}>
          {(control) => <TextArea {...control} name="reason" rows={2} defaultValue={state.values.reason} />}
        </Field>
        <Button type="submit" disabled={isSending}>
          {isOn ? said.turnOff : said.turnOn}
        </Button>
      </form>
    </Disclosure>
  )
}
