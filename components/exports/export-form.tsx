'use client'

import { type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { exportWords } from '@/lib/i18n/words/exports'
import type { FormAction } from '@/lib/web/form-state'

/** Asks for an export; what to choose from stands within. */
export function ExportForm({ ask, children }: { ask: FormAction; children: ReactNode }) {
  const said = useWords(exportWords)
  const [state, send, isSending] = useFormAction(ask)
  return (
    <>
      <RefusalNotice refusal={state.refusal} />
      <KeptForm action={send}>
        {children}
        <Button type="submit" variant="primary" aria-disabled={isSending} className="mt-2">
          {said.ask}
        </Button>
        <span role="status" className="ml-3 text-sm text-muted">
          {state.shown === undefined ? '' : said.asked}
        </span>
      </KeptForm>
    </>
  )
}
