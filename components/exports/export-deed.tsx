'use client'

import { useLayoutEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { FormAction } from '@/lib/web/form-state'

/** One deed about one export. */
export function ExportDeed({
  action,
  id,
  label,
  busy,
  name,
}: {
  action: FormAction
  id: string
  label: string
  /** What it says while it is being done. */
  busy: string
  /** Of what, for those who do not see the row. */
  name: string
}) {
  const [state, send, isSending] = useFormAction(action)
  const form = useRef<HTMLFormElement>(null)
  // It goes away once it is done: whoever came with the keyboard stays in the list.
  useLayoutEffect(() => {
    const own = form.current
    return () => {
      if (own?.contains(document.activeElement)) own.closest<HTMLElement>('[role=region]')?.focus()
    }
  }, [])
  return (
    <form ref={form} action={send} className="mt-1">
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={isSending ? undefined : name} aria-disabled={isSending}>
        {isSending ? busy : label}
      </Button>
      <span role="status" className="sr-only">
        {isSending ? busy : ''}
      </span>
    </form>
  )
}
