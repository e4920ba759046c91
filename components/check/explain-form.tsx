'use client'

import { useEffect, useRef, useState } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { EXPLANATION } from '@/lib/entry/explanation'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { check } from '@/lib/i18n/words/check'
import type { FormAction } from '@/lib/web/form-state'
import { LatestLink } from './latest-link'

/** One finding that may be given an explanation. */
export interface Explainable {
  /** Digest of exactly what was found. */
  readonly about: string
  readonly name: string
}

/**
 * The explanation of one soft finding, saved by itself: what is typed for others stays. The same text may be given to
 * other findings of the same check.
 */
export function ExplainForm({
  action,
  place,
  about,
  name,
  text,
  lapsed,
  others,
}: Explainable & {
  action: FormAction
  place: { readonly city: string; readonly period: string; readonly here: string }
  /** What it says now; '' where nothing holds. */
  text: string
  /** An earlier explanation, of another value. */
  lapsed: { readonly text: string; readonly said: string } | null
  others: readonly Explainable[]
}) {
  const { explain } = useWords(check)
  const locale = useLocale()
  const [typed, setTyped] = useState(text)
  const [state, send, isSending] = useFormAction(action)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (state.refusal !== null) moveFocus(box.current)
  }, [state])
  const { least, most } = EXPLANATION
  return (
    <KeptForm action={send} className="max-w-3xl">
      <Hidden values={{ city: place.city, period: place.period, about }} />
      {lapsed !== null && (
        <div className="mb-2 border-l-4 border-behind-pace pl-2">
          <p className="text-sm text-muted">{lapsed.said}</p>
          <p className="whitespace-pre-wrap">{lapsed.text}</p>
          <Button
            type="button"
            onClick={() => {
              setTyped(lapsed.text)
              box.current?.focus()
            }}
          >
            {explain.reuse}
          </Button>
        </div>
      )}
      <Field
        id={`explain-${about}`}
        label={
          <>
            {explain.label}
            <span className="sr-only">{name}</span>
          </>
        }
        mark={explain.length(String([...typed.trim()].length), String(most))}
        hint={explain.hint(String(least), String(most))}
        error={state.refusal && refusalSentence(locale, state.refusal)}
        className="mb-2!"
      >
        {(control) => (
          <TextArea
            {...control}
            ref={box}
            name="text"
            rows={2}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </Field>
      <LatestLink refusal={state.refusal} href={place.here} />
      {others.length > 0 && (
        <fieldset className="mb-2">
          <legend className="text-sm font-semibold">{explain.also}</legend>
          <div className="flex flex-wrap gap-x-6">
            {others.map((other) => (
              <Checkbox key={other.about} name="about" value={other.about} label={other.name} />
            ))}
          </div>
        </fieldset>
      )}
      <Button type="submit" aria-disabled={isSending}>
        {isSending ? explain.sending : explain.send}
      </Button>
    </KeptForm>
  )
}
