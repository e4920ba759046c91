'use client'

import { Button } from '@/components/ui/button'
import { Field, Select, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { quality } from '@/lib/i18n/words/quality'
import type { FormAction } from '@/lib/web/form-state'

/** Takes a finding up, says that the city was asked, or closes it. */
export function FollowForm({
  city,
  quarter,
  indicator,
  kind,
  received,
  seq,
  action,
}: {
  city: string
  quarter: string
  indicator: string
  kind: string
  received: string
  seq: number
  action: FormAction
}) {
  const { mark: said, state: states } = useWords(quality)
  const [state, send, isSending] = useFormAction(action)
  const id = `${city}-${indicator}-${kind}`
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field={`note-${id}`} />
      <Hidden values={{ city, quarter, indicator, kind, received, seq }} />
      <Field id={`state-${id}`} label={said.state}>
        {(control) => (
          <Select {...control} name="state" defaultValue={state.values.state ?? 'taken'}>
            <option value="taken">{states.taken}</option>
            <option value="asked">{states.asked}</option>
            <option value="closed">{states.closed}</option>
          </Select>
        )}
      </Field>
      <Field id={`note-${id}`} label={said.note} hint={said.noteHint}>
        {(control) => <TextArea {...control} name="note" rows={2} defaultValue={state.values.note ?? ''} />}
      </Field>
      <Button type="submit" aria-disabled={isSending}>
        {said.send}
      </Button>
    </form>
  )
}
