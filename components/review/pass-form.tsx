'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { common } from '@/lib/i18n/words/common'
import { review } from '@/lib/i18n/words/review'
import type { FormAction } from '@/lib/web/form-state'
import { StaleLink } from './stale-link'

/** Passes the report on: the province to the national reviewers, they into what counts. */
export function PassForm({
  action,
  kind,
  city,
  period,
  contentHash,
  from,
  then,
}: {
  action: FormAction
  kind: 'forward' | 'accept'
  city: string
  period: string
  /** Of the version that was read. */
  contentHash: string
  /** How the queue was narrowed from which the report was opened. */
  from: string
  /** The report that stood below it there. */
  then: string
}) {
  const said = useWords(review).decide
  const { optional } = useWords(common)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} />
      <StaleLink refusal={state.refusal} href={`/review/${city}/${period}`} />
      <Hidden values={{ city, period, contentHash, from, then }} />
      {kind === 'forward' && (
        <Field id="remark" label={said.forward.remark} hint={said.forward.remarkHint} mark={optional}>
          {(control) => (
            <TextArea {...control} name="remark" rows={2} defaultValue={state.values.remark ?? ''} />
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" disabled={isSending} data-pass="">
        {said[kind].send}
      </Button>
    </KeptForm>
  )
}
