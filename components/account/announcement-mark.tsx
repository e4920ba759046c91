'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { announcements } from '@/lib/i18n/words/announcements'
import type { FormState } from '@/lib/web/form-state'

/** Marks one announcement as read: it leaves the top of the pages. */
export function AnnouncementMark({
  action,
  id,
  title,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  id: string
  title: string
}) {
  const said = useWords(announcements)
  const [state, send, isSending] = useActionState(action, { refusal: null, values: {} })
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
