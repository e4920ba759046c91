'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Select, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { reviewHandover } from '@/lib/i18n/words/review-handover'
import type { Colleague } from '@/lib/store/review-handovers'
import type { FormAction } from '@/lib/web/form-state'

/** Hands work over to a colleague, or takes it over. */
export function HandoverForm({
  action,
  colleagues,
  today,
}: {
  action: FormAction
  colleagues: readonly Colleague[]
  today: string
}) {
  const said = useWords(reviewHandover).form
  const [state, send, isSending] = useFormAction(action)
  const { refusal, values } = state
  const wrong: Readonly<Record<string, string>> = {
    dateWrong: 'handover-from',
    handoverWrong: 'handover-direction',
  }
  return (
    <KeptForm action={send} className="max-w-xl">
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.done}
        </Banner>
      )}
      <RefusalNotice refusal={refusal} field={wrong[refusal?.code ?? ''] ?? 'handover-note'} />
      <Field id="handover-direction" label={said.direction}>
        {(control) => (
          <Select {...control} name="direction" defaultValue={values.direction}>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={`give.${id}`}>
                {said.give(name)}
              </option>
            ))}
            {colleagues.map(({ id, name }) => (
              <option key={id} value={`take.${id}`}>
                {said.take(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap gap-x-4">
        <Field id="handover-from" label={said.from}>
          {(control) => (
            <TextInput {...control} type="date" name="from" defaultValue={values.from ?? today} />
          )}
        </Field>
        <Field id="handover-until" label={said.until} hint={said.untilHint}>
          {(control) => <TextInput {...control} type="date" name="until" defaultValue={values.until ?? ''} />}
        </Field>
      </div>
      <Field id="handover-note" label={said.note} hint={said.noteHint}>
        {(control) => <TextArea {...control} name="note" rows={4} defaultValue={values.note ?? ''} />}
      </Field>
      <Button type="submit" variant="primary" aria-disabled={isSending}>
        {isSending ? said.sending : said.send}
      </Button>
    </KeptForm>
  )
}

/** Says that a reviewer is back. */
export function BackForm({ action, giver }: { action: FormAction; giver: string }) {
  const said = useWords(reviewHandover).back
  const [state, send, isSending] = useFormAction(action)
  const id = `back-note-${giver}`
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field={id} />
      <input type="hidden" name="giver" value={giver} />
      <Field id={id} label={said.note}>
        {(control) => <TextArea {...control} name="note" rows={2} defaultValue={state.values.note ?? ''} />}
      </Field>
      <Button type="submit" aria-disabled={isSending}>
        {said.send}
      </Button>
    </KeptForm>
  )
}
