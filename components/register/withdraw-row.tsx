'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { shownText, type GridRow } from '@/lib/entry/grid-row'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { FormAction } from '@/lib/web/form-state'

/** A row that was submitted is not taken out but withdrawn, with the reason. */
export function WithdrawRow({
  row,
  city,
  period,
  indicator,
  action,
  onDone,
}: {
  row: GridRow
  city: string
  period: string
  indicator: string
  action: FormAction
  onDone: () => void
}) {
  const { withdraw: said } = useWords(registerDeeds)
  const [state, send, isSending] = useFormAction(action)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    box.current?.focus()
  }, [])
  useEffect(() => {
    if (state.shown !== undefined) onDone()
  }, [state, onDone])
  const id = `withdraw-${row.id}`
  return (
    <div data-open="" className="border border-t-0 border-line bg-paper px-4 py-2">
      <h3 className="text-base">{said.title(shownText(row).name)}</h3>
      <p className="mb-2 text-muted">{said.lead}</p>
      <form action={send}>
        <RefusalNotice refusal={state.refusal} field={id} />
        <Hidden values={{ city, period, indicator, id: row.id, baseVersion: row.saved?.version ?? 0 }} />
        <Field id={id} label={said.reason} hint={said.hint} className="max-w-2xl">
          {(control) => (
            <TextInput
              {...control}
              ref={box}
              name="reason"
              required
              defaultValue={state.values.reason ?? ''}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="danger" aria-disabled={isSending}>
            {said.send}
          </Button>
          <Button onClick={onDone}>{said.cancel}</Button>
        </div>
      </form>
    </div>
  )
}
