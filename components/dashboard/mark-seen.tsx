'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { overview } from '@/lib/i18n/words/overview'
import type { FormAction } from '@/lib/web/form-state'

/** Says that everything the page shows has been seen; what came since stays new. */
export function MarkSeen({ action, upTo }: { action: FormAction; upTo: string }) {
  const { changes: said } = useWords(overview)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="upTo" value={upTo} />
      <Button type="submit" title={said.seenHint} aria-disabled={isSending}>
        {said.seen}
      </Button>
    </form>
  )
}
