'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { check } from '@/lib/i18n/words/check'
import type { FormAction } from '@/lib/web/form-state'
import { LatestLink } from './latest-link'
import type { Signing } from './sign-form'

/** Submits what was certified. Sent twice it is still one version and one receipt. */
export function SubmitForm({
  action,
  signing: { city, period, contentHash, here },
}: {
  action: FormAction
  signing: Signing
}) {
  const { submit } = useWords(check)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      <LatestLink refusal={state.refusal} href={here} />
      <Hidden values={{ city, period, contentHash }} />
      <p className="mb-2">{submit.text}</p>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? submit.sending : submit.send}
      </Button>
    </form>
  )
}
