'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { deadlines } from '@/lib/i18n/words/deadlines'
import type { FormAction } from '@/lib/web/form-state'

/** Grants or refuses more time; whoever asked for it is told that another person decides. */
export function ExtensionDecision({
  action,
  city,
  period,
  seq,
  isOwn,
}: {
  action: FormAction
  city: string
  period: string
  seq: number
  isOwn: boolean
}) {
  const said = useWords(deadlines).decide
  const [state, send, isSending] = useFormAction(action)
  if (isOwn) return <p className="mt-4 text-muted">{said.own}</p>
  return (
    <KeptForm action={send} className="mt-4 max-w-xl">
      <RefusalNotice refusal={state.refusal} field="extension-remark" />
      <Hidden values={{ city, period, seq }} />
      <Field id="extension-remark" label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" rows={2} defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="granted" value="yes" variant="primary" disabled={isSending}>
          {said.grant}
        </Button>
        <Button type="submit" name="granted" value="no" variant="danger" disabled={isSending}>
          {said.refuse}
        </Button>
      </div>
    </KeptForm>
  )
}
