'use client'

import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { check } from '@/lib/i18n/words/check'
import type { FormAction } from '@/lib/web/form-state'
import { LatestLink } from './latest-link'

export interface Signing {
  readonly city: string
  readonly period: string
  /** Of exactly the content that is shown. */
  readonly contentHash: string
  /** The address of this page. */
  readonly here: string
}

/** The declaration and the signature, on exactly what is shown. */
export function SignForm({
  action,
  signing: { city, period, contentHash, here },
}: {
  action: FormAction
  signing: Signing
}) {
  const { certify } = useWords(check)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice
        refusal={state.refusal}
        field={state.refusal?.code === 'declarationMissing' ? 'declared' : undefined}
      />
      <LatestLink refusal={state.refusal} href={here} />
      <Hidden values={{ city, period, contentHash }} />
      <Checkbox
        id="declared"
        name="declared"
        defaultChecked={state.values.declared === 'on'}
        label={certify.declaration}
      />
      <Button type="submit" variant="primary" disabled={isSending} className="mt-2">
        {isSending ? certify.sending : certify.send}
      </Button>
    </form>
  )
}
