'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { review } from '@/lib/i18n/words/review'
import { StaleLink } from './stale-link'
import { RETURN_FORM, useReturning } from './return-scope'

/** Returns the report, whole or for the chosen results, with a reason that the city sees at once. */
export function ReturnForm({
  city,
  period,
  contentHash,
  from,
  then,
}: {
  city: string
  period: string
  /** Of the version that was read. */
  contentHash: string
  /** How the queue was narrowed from which the report was opened. */
  from: string
  /** The report that stood below it there. */
  then: string
}) {
  const said = useWords(review).decide.giveBack
  const returning = useReturning()
  if (returning === null) return null
  const { state, send, isSending, pinned, rows } = returning
  const count = pinned.size + rows.size
  return (
    <KeptForm id={RETURN_FORM} action={send}>
      <RefusalNotice refusal={state.refusal} field="return-reason" />
      <StaleLink refusal={state.refusal} href={`/review/${city}/${period}`} />
      <Hidden values={{ city, period, contentHash, from, then }} />
      {/* What is sent is what the sentence below says, whatever the browser remembers of the boxes. */}
      {[...pinned].map((code) => (
        <input key={code} type="hidden" name={`pin.${code}`} value="on" />
      ))}
      <p className="mb-2" aria-live="polite">
        {count === 0 ? said.whole : said.pinned(count)}
      </p>
      <p className="mb-2 text-sm text-muted">{said.pinnedHint}</p>
      {rows.size > 0 && (
        <fieldset className="mb-2 grid gap-1">
          <legend className="font-semibold">{said.rows(rows.size)}</legend>
          {[...rows].map(([id, name]) => (
            <div key={id} className="grid gap-x-2 sm:grid-cols-2">
              <input type="hidden" name={`row.${id}`} value="on" />
              <label htmlFor={`row-reason-${id}`} className="self-center">
                {name}
              </label>
              <TextInput
                id={`row-reason-${id}`}
                name={`rowReason.${id}`}
                placeholder={said.rowReasonShort}
                defaultValue={state.values[`rowReason.${id}`] ?? ''}
              />
            </div>
          ))}
        </fieldset>
      )}
      <Field id="return-reason" label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" rows={3} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="danger" disabled={isSending}>
        {count === 0 ? said.sendWhole : said.sendPinned(count)}
      </Button>
    </KeptForm>
  )
}
