'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { messages } from '@/lib/i18n/words/messages'
import type { FormAction } from '@/lib/web/form-state'

/** Marks what the page shows as read; what came since stays unread. */
export function MarkRead({ action, upTo }: { action: FormAction; upTo: string }) {
  const said = useWords(messages)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="upTo" value={upTo} />
      <Button type="submit" aria-disabled={isSending}>
        {said.markRead}
      </Button>
    </form>
  )
}
