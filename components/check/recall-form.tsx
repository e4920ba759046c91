'use client'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { check } from '@/lib/i18n/words/check'
import { common } from '@/lib/i18n/words/common'
import type { FormAction } from '@/lib/web/form-state'
import { LatestLink } from './latest-link'
import type { Signing } from './sign-form'

/** Takes a certification or a submission back, with a reason, so that the report can be edited again. */
export function RecallForm({
  action,
  kind,
  signing: { city, period, here },
}: {
  action: FormAction
  kind: 'recall' | 'withdraw'
  signing: Signing
}) {
  const recall = useWords(check)[kind]
  const { required } = useWords(common)
  const [state, send, isSending] = useFormAction(action)
  return (
    <Disclosure summary={recall.title} open={state.refusal !== null || undefined} className="mt-4">
      <form action={send}>
        <RefusalNotice
          refusal={state.refusal}
          field={state.refusal?.code === 'reasonMissing' ? `${kind}-reason` : undefined}
        />
        <LatestLink refusal={state.refusal} href={here} />
        <Hidden values={{ city, period }} />
        <p>{recall.text}</p>
        <Field id={`${kind}-reason`} label={recall.reason} mark={required}>
          {(control) => <TextArea {...control} name="reason" rows={3} defaultValue={state.values.reason} />}
        </Field>
        <Button type="submit" disabled={isSending}>
          {isSending ? recall.sending : recall.send}
        </Button>
      </form>
    </Disclosure>
  )
}
