'use client'

import { useEffect, useRef } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { formatNumber } from '@/lib/i18n/format'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { names } from '@/lib/i18n/words/names'
import { targets } from '@/lib/i18n/words/targets'
import { indicator, type IndicatorCode } from '@/lib/notice/indicators'
import type { FormAction } from '@/lib/web/form-state'

const OF_VALUE: readonly string[] = ['targetBelowFloor', 'targetWrong', 'targetSame']
const OF_REASON: readonly string[] = ['reasonMissing', 'tooLong']

/** Sets the own target of one result. What was typed stays when it is refused, with the reason at its box. */
export function TargetForm({
  city,
  code,
  lowest,
  isSet,
  action,
}: {
  city: string
  code: IndicatorCode
  /** The floor of the notice, or less where a derogation allows. */
  lowest: string
  /** There is one: it is changed by request. */
  isSet: boolean
  action: FormAction
}) {
  const [state, send, isSending] = useFormAction(action)
  const box = useRef<HTMLInputElement>(null)
  const reason = useRef<HTMLInputElement>(null)
  const locale = useLocale()
  const said = useWords(targets)
  const units = useWords(names).unit
  const subject = indicator(code)
  const { refusal, values } = state
  const sentence = refusal === null ? undefined : refusalSentence(locale, refusal)
  const isOfValue = refusal !== null && OF_VALUE.includes(refusal.code)
  const isOfReason = refusal !== null && OF_REASON.includes(refusal.code)
  useEffect(() => {
    if (refusal === null) return
    if (OF_VALUE.includes(refusal.code)) moveFocus(box.current)
    if (OF_REASON.includes(refusal.code)) moveFocus(reason.current)
  }, [refusal])
  return (
    <form action={send} noValidate className="max-w-xl">
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {state.shown.asked === undefined ? said.saved : said.asked}
        </Banner>
      )}
      {refusal !== null && !isOfValue && !isOfReason && <RefusalNotice refusal={refusal} />}
      {isSet && <p className="mb-2 text-muted">{said.changeLead}</p>}
      <Hidden values={{ city, indicator: code }} />
      <Field
        id={`value-${code}`}
        label={said.value}
        hint={
          subject.kind === 'growth'
            ? said.valueGrowth(formatNumber(lowest))
            : said.valueCount(formatNumber(lowest), units[subject.unit])
        }
        error={isOfValue ? sentence : undefined}
      >
        {(control) => (
          <NumberInput ref={box} name="value" className="max-w-48" defaultValue={values.value} {...control} />
        )}
      </Field>
      <Field
        id={`reason-${code}`}
        label={said.reason}
        hint={said.reasonHint}
        error={isOfReason ? sentence : undefined}
      >
        {(control) => <TextInput ref={reason} name="reason" defaultValue={values.reason} {...control} />}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.saving : isSet ? said.changeSend : said.save}
      </Button>
    </form>
  )
}
