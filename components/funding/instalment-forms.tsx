'use client'

import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { instalment } from '@/lib/i18n/words/instalment'
import type { FormAction } from '@/lib/web/form-state'

interface Props {
  readonly action: FormAction
  readonly city: string
  readonly seq: number
}

/** A finance officer proposes; the amount follows by rule. */
export function ProposeForm({ action, city }: Pick<Props, 'action' | 'city'>) {
  const said = useWords(instalment)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} />
      <input type="hidden" name="city" value={city} />
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.sending : said.proposeDeed}
      </Button>
    </KeptForm>
  )
}

/** Another person enters the amount that he or she worked out. */
export function EnterForm({ action, city, seq }: Props) {
  const said = useWords(instalment)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field="entered-yuan" />
      <Hidden values={{ city, seq }} />
      <Field id="entered-yuan" label={said.enterLabel} hint={said.enterHint} mark={said.yuan}>
        {(control) => (
          <NumberInput
            {...control}
            name="yuan"
            required
            autoComplete="off"
            defaultValue={state.values.yuan ?? ''}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.sending : said.enterDeed}
      </Button>
    </KeptForm>
  )
}

/** A step that needs nothing but its reason: refusing, withdrawing, asking for a reversal. */
export function ReasonForm({ action, city, seq, deed, id }: Props & { deed: string; id: string }) {
  const said = useWords(instalment)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field={id} />
      <Hidden values={{ city, seq }} />
      <Field id={id} label={said.reason}>
        {(control) => (
          <TextInput {...control} name="reason" required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="danger" disabled={isSending}>
        {isSending ? said.sending : deed}
      </Button>
    </KeptForm>
  )
}

/** Another person signs a reversal or refuses it. */
export function SignReversal({ action, city, seq }: Props) {
  const said = useWords(instalment)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field="reversal-remark" />
      <Hidden values={{ city, seq }} />
      <Field id="reversal-remark" label={said.remark} hint={said.remarkHint}>
        {(control) => <TextInput {...control} name="reason" defaultValue={state.values.reason ?? ''} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="confirmed" value="yes" variant="danger" disabled={isSending}>
          {said.signDeed}
        </Button>
        <Button type="submit" name="confirmed" value="no" disabled={isSending}>
          {said.refuseDeed}
        </Button>
      </div>
    </KeptForm>
  )
}
