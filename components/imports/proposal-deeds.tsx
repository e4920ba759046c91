'use client'

import { startTransition, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { formatNumber } from '@/lib/i18n/format'
import { importing } from '@/lib/i18n/words/importing'
import type { FormAction } from '@/lib/web/form-state'
import { LackingChoice } from './lacking-choice'

/** Taking a proposal over, wholly; or leaving it. */
export function ProposalDeeds({
  about,
  changes,
  lacking,
  formulas,
  mayCommit,
  commit,
  discard,
}: {
  about: { readonly city: string; readonly period: string; readonly proposal: string; readonly shown: string }
  changes: number
  /** How many rows of the portal the file does not have. */
  lacking: number
  formulas: number
  mayCommit: boolean
  commit: FormAction
  discard: FormAction
}) {
  const { deeds } = useWords(importing)
  const [committed, send, isSending] = useFormAction(commit)
  const [left, leave, isLeaving] = useFormAction(discard)
  const [isWithdrawn, setWithdrawn] = useState(false)
  const written = changes + (isWithdrawn ? lacking : 0)
  const fields = <Hidden values={about} />
  return (
    <>
      <RefusalNotice refusal={committed.refusal ?? left.refusal} />
      {mayCommit && changes === 0 && <p className="mb-2">{deeds.nothing}</p>}
      {mayCommit && changes + lacking > 0 && (
        <form
          action={send}
          // Sent by hand: after an action that is refused the browser would choose "keep" again.
          onSubmit={(event) => {
            event.preventDefault()
            const form = new FormData(event.currentTarget)
            startTransition(() => {
              send(form)
            })
          }}
          className="mb-2"
        >
          {fields}
          {formulas > 0 && (
            <label className="mb-2 flex items-center gap-2">
              <input type="checkbox" name="formulas" />
              {deeds.formulas(formatNumber(String(formulas)))}
            </label>
          )}
          {lacking > 0 && (
            <LackingChoice
              rows={formatNumber(String(lacking))}
              isWithdrawn={isWithdrawn}
              reason={committed.values.reason ?? ''}
              onChoose={setWithdrawn}
            />
          )}
          {written > 0 && (
            <Button type="submit" variant="primary" disabled={isSending}>
              {isSending ? deeds.committing : deeds.commit(formatNumber(String(written)))}
            </Button>
          )}
        </form>
      )}
      <form action={leave} className="flex flex-wrap items-center gap-x-4">
        {fields}
        <Button type="submit" disabled={isLeaving}>
          {isLeaving ? deeds.discarding : deeds.discard}
        </Button>
        <span className="text-sm text-muted">{deeds.kept}</span>
      </form>
    </>
  )
}
