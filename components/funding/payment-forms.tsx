'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { funds } from '@/lib/i18n/words/funds'
import type { FormAction } from '@/lib/web/form-state'

/** A finance officer records what was paid: of the first instalment, or by a decision on the second. */
export function PaymentForm({
  action,
  city,
  decision = '',
}: {
  action: FormAction
  city: string
  /** Its number. */
  decision?: string
}) {
  const said = useWords(funds)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-3xl">
      <RefusalNotice refusal={state.refusal} field="payment-yuan" />
      <Recorded number={state.shown?.recorded} />
      <Hidden values={{ city, decision }} />
      <div key={state.shown?.recorded} className="gap-x-4 sm:grid sm:grid-cols-3">
        <Field id="payment-yuan" label={said.column.yuan} mark={said.yuan}>
          {(control) => (
            <NumberInput {...control} name="yuan" required defaultValue={state.values.yuan ?? ''} />
          )}
        </Field>
        <Field id="payment-day" label={said.payments.day}>
          {(control) => (
            <TextInput {...control} type="date" name="day" required defaultValue={state.values.day ?? ''} />
          )}
        </Field>
        <Field id="payment-document" label={decision === '' ? said.payments.document : said.payments.voucher}>
          {(control) => (
            <TextInput
              {...control}
              name="documentNumber"
              required
              defaultValue={state.values.documentNumber ?? ''}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={isSending}>
        {decision === '' ? said.payments.record : said.payments.recordSecond}
      </Button>
    </KeptForm>
  )
}

/** What was recorded waits for another person. */
function Recorded({ number }: { number: string | undefined }) {
  const said = useWords(funds).payments
  return number === undefined ? null : (
    <Banner tone="done" live>
      {said.recorded(number)}
    </Banner>
  )
}

/** A finance officer records that a payment was taken back, as a whole. */
export function RecoveryForm({ action, city }: { action: FormAction; city: string }) {
  const said = useWords(funds).payments
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-3xl">
      <RefusalNotice refusal={state.refusal} field="recovery-seq" />
      <Recorded number={state.shown?.recorded} />
      <input type="hidden" name="city" value={city} />
      <div key={state.shown?.recorded} className="gap-x-4 sm:grid sm:grid-cols-3">
        <Field id="recovery-seq" label={said.recoverNumber}>
          {(control) => (
            <NumberInput {...control} name="seq" required defaultValue={state.values.seq ?? ''} />
          )}
        </Field>
        <Field id="recovery-day" label={said.recoverDay}>
          {(control) => (
            <TextInput {...control} type="date" name="day" required defaultValue={state.values.day ?? ''} />
          )}
        </Field>
        <Field id="recovery-document" label={said.recoverDocument}>
          {(control) => (
            <TextInput
              {...control}
              name="documentNumber"
              required
              defaultValue={state.values.documentNumber ?? ''}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="danger" disabled={isSending}>
        {said.recover}
      </Button>
    </KeptForm>
  )
}

/** Another person confirms it or refuses it. */
export function AnswerPayment({ action, city, seq }: { action: FormAction; city: string; seq: number }) {
  const said = useWords(funds).payments
  const [state, send, isSending] = useFormAction(action)
  const id = `answer-${String(seq)}`
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field={id} />
      <Hidden values={{ city, seq }} />
      <Field id={id} label={said.remark} hint={said.remarkHint}>
        {(control) => <TextInput {...control} name="reason" defaultValue={state.values.reason ?? ''} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="confirmed" value="yes" variant="primary" disabled={isSending}>
          {said.confirmDeed}
        </Button>
        <Button type="submit" name="confirmed" value="no" variant="danger" disabled={isSending}>
          {said.refuseDeed}
        </Button>
      </div>
    </KeptForm>
  )
}
