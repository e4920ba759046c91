'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { FormAction } from '@/lib/web/form-state'

/** One button that lets something be tried again. */
export function AgainForm({
  action,
  id,
  label,
  name,
}: {
  action: FormAction
  id: string
  label: string
  /** Of what, for those who do not see the row. */
  name: string
}) {
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={name} aria-disabled={isSending}>
        {label}
      </Button>
    </form>
  )
}
