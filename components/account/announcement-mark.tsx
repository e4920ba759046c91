'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { announcements } from '@/lib/i18n/words/announcements'
import type { FormAction } from '@/lib/web/form-state'

/** Marks one announcement as read: it leaves the top of the pages. */
export function AnnouncementMark({ action, id, title }: { action: FormAction; id: string; title: string }) {
  const said = useWords(announcements)
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send} className="mt-1">
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" aria-label={said.markOf(title)} aria-disabled={isSending}>
        {said.mark}
      </Button>
    </form>
  )
}
