'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { FormState } from '@/lib/web/form-state'

/** One deed about one export. */
export function ExportDeed({
  action,
  id,
  label,
  name,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  id: string
  label: string
  /** Of what, for those who do not see the row. */
  name: string
}) {
  const [state, send, isSending] = useActionState(action, { refusal: null, values: {} })
  return (
    <form action={send} className="mt-1">
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={name} aria-disabled={isSending}>
        {label}
      </Button>
    </form>
  )
}
