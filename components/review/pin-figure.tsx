'use client'

import { Checkbox, TextInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { review } from '@/lib/i18n/words/review'
import { RETURN_FORM, useReturning } from './return-scope'

/** Chooses one result to be returned, with its own reason. */
export function PinFigure({ code, name }: { code: string; name: string }) {
  const said = useWords(review).decide
  const returning = useReturning()
  if (returning === null) return null
  const { state, pinned, pin } = returning
  return (
    <div className="group min-w-32 print:hidden">
      <Checkbox
        autoComplete="off"
        label={
          <>
            <span aria-hidden="true">{said.pinShort}</span>
            <span className="sr-only">{said.pin(name)}</span>
          </>
        }
        className="!min-h-6 !py-0"
        checked={pinned.has(code)}
        onChange={(event) => {
          pin(code, event.target.checked)
        }}
      />
      {pinned.has(code) && (
        <TextInput
          form={RETURN_FORM}
          name={`reason.${code}`}
          aria-label={said.pinReason(name)}
          placeholder={said.pinReasonShort}
          className="mt-1 min-w-52"
          defaultValue={state.values[`reason.${code}`] ?? ''}
        />
      )}
    </div>
  )
}
