'use client'

import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { targets } from '@/lib/i18n/words/targets'
import type { FormAction } from '@/lib/web/form-state'

/** One answer to a request to change a target; other than granting it needs a reason. */
export function TargetAnswerForm({
  action,
  kind,
  city,
  seq,
  effectsHash,
}: {
  action: FormAction
  kind: 'grant' | 'refuse' | 'withdraw'
  city: string
  seq: number
  /** What is granted, as it was shown. */
  effectsHash?: string
}) {
  const said = useWords(targets).requests
  const [state, send, isSending] = useFormAction(action)
  const id = `${kind}-${seq}-reason`
  return (
    <form action={send} className="mt-2">
      <RefusalNotice refusal={state.refusal} field={kind === 'grant' ? undefined : id} />
      <Hidden values={{ city, seq }} />
      {effectsHash !== undefined && <input type="hidden" name="effectsHash" value={effectsHash} />}
      {kind !== 'grant' && (
        <Field id={id} label={said.why}>
          {(control) => <TextInput {...control} name="reason" defaultValue={state.values.reason} />}
        </Field>
      )}
      <Button type="submit" variant={kind === 'grant' ? 'primary' : 'secondary'} disabled={isSending}>
        {said[kind]}
      </Button>
    </form>
  )
}
