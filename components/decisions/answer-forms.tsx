'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { decisions } from '@/lib/i18n/words/decisions'
import type { FormAction } from '@/lib/web/form-state'

/** The second person's signature on the effects shown, or a rejection. */
export function SignForm({
  id,
  effectsHash,
  action,
}: {
  id: string
  effectsHash: string
  action: FormAction
}) {
  const said = useWords(decisions)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field="reason" />
      <Hidden values={{ id, effectsHash }} />
      <Field id="reason" label={said.answerReason} hint={said.answerHint} className="max-w-2xl">
        {(control) => <TextArea {...control} name="reason" defaultValue={state.values.reason ?? ''} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="kind" value="approved" variant="primary" aria-disabled={isSending}>
          {said.approve}
        </Button>
        <Button type="submit" name="kind" value="rejected" variant="danger" aria-disabled={isSending}>
          {said.reject}
        </Button>
      </div>
    </form>
  )
}

/** Taking one's own proposal back. */
export function WithdrawForm({ id, action }: { id: string; action: FormAction }) {
  const said = useWords(decisions)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field="reason" />
      <input type="hidden" name="id" value={id} />
      <Field id="reason" label={said.withdrawReason} className="max-w-2xl">
        {(control) => (
          <TextArea {...control} name="reason" required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="danger" aria-disabled={isSending}>
        {said.withdraw}
      </Button>
    </form>
  )
}
