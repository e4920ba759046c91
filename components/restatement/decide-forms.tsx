'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { restating } from '@/lib/i18n/words/restating'
import type { FormAction } from '@/lib/web/form-state'

interface Of {
  readonly city: string
  readonly number: number
  readonly action: FormAction
}

/** The second person's approval of the effects shown, or a refusal. */
export function DecideForm({ city, number, effectsHash, action }: Of & { effectsHash: string }) {
  const said = useWords(restating).decide
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} field="answer-reason" />
      <Hidden values={{ city, number, effectsHash }} />
      <Field id="answer-reason" label={said.remark} hint={said.remarkHint} className="max-w-2xl">
        {(control) => (
          <TextArea {...control} name="reason" rows={3} defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="kind" value="approved" variant="primary" aria-disabled={isSending}>
          {said.approve}
        </Button>
        <Button type="submit" name="kind" value="refused" variant="danger" aria-disabled={isSending}>
          {said.refuse}
        </Button>
      </div>
    </KeptForm>
  )
}

/** Taking one's own request back. */
export function WithdrawRequestForm({ city, number, action }: Of) {
  const said = useWords(restating).withdraw
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} field="withdraw-reason" />
      <Hidden values={{ city, number }} />
      <Field id="withdraw-reason" label={said.reason} className="max-w-2xl">
        {(control) => (
          <TextArea {...control} name="reason" rows={2} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="danger" aria-disabled={isSending}>
        {said.send}
      </Button>
    </KeptForm>
  )
}
