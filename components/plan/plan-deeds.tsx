'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { plan } from '@/lib/i18n/words/plan'
import type { FormAction } from '@/lib/web/form-state'

/** Begins the first version of a plan, or with a reason the next. */
export function StartPlan({ action, city, amends }: { action: FormAction; city: string; amends: boolean }) {
  const said = useWords(plan)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field={amends ? 'plan-reason' : undefined} />
      <input type="hidden" name="city" value={city} />
      {amends ? (
        <Field id="plan-reason" label={said.amendReason}>
          {(control) => (
            <TextArea {...control} name="reason" rows={2} required defaultValue={state.values.reason ?? ''} />
          )}
        </Field>
      ) : (
        <input type="hidden" name="reason" value="" />
      )}
      <Button type="submit" variant={amends ? 'secondary' : 'primary'} disabled={isSending}>
        {isSending ? said.starting : amends ? said.amend : said.start}
      </Button>
    </KeptForm>
  )
}

/** Signs the version as it is shown. */
export function SignPlan({
  action,
  city,
  version,
  contentHash,
}: {
  action: FormAction
  city: string
  version: number
  contentHash: string
}) {
  const said = useWords(plan).sign
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} />
      <Hidden values={{ city, version, contentHash }} />
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.sending : said.send}
      </Button>
    </KeptForm>
  )
}

/** Approves a signed version or returns it. */
export function DecidePlan({ action, city, version }: { action: FormAction; city: string; version: number }) {
  const said = useWords(plan).decide
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field="plan-remark" />
      <Hidden values={{ city, version }} />
      <Field id="plan-remark" label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" rows={2} defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="approves" value="yes" variant="primary" disabled={isSending}>
          {said.approve}
        </Button>
        <Button type="submit" name="approves" value="no" variant="danger" disabled={isSending}>
          {said.return}
        </Button>
      </div>
    </KeptForm>
  )
}

/** Takes a task out of a version that is being prepared. */
export function RemoveTask({
  action,
  city,
  version,
  code,
  stand,
}: {
  action: FormAction
  city: string
  version: number
  code: string
  /** How the task stands that is shown. */
  stand: string
}) {
  const said = useWords(plan).edit
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send}>
      <RefusalNotice refusal={state.refusal} />
      <Hidden values={{ city, version, code, stand }} />
      <Button type="submit" variant="danger" disabled={isSending}>
        {said.remove}
      </Button>
    </KeptForm>
  )
}
