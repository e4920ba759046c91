'use client'

import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { admin } from '@/lib/i18n/words/admin'
import { common } from '@/lib/i18n/words/common'
import type { FormAction } from '@/lib/web/form-state'

/** The moments of a period as the boxes take them: `2022-10-20T23:59`. */
export interface PeriodValues {
  readonly period: string
  readonly opensAt: string
  readonly dueAt: string
  readonly lateAfter: string
  readonly lockedAfter: string
}

/** A new period, or other dates for one that is there. */
export function PeriodForm({
  action,
  kind,
  values,
  shown,
}: {
  action: FormAction
  kind: 'add' | 'move'
  values: PeriodValues
  /** The dates that are being changed, so that nobody overwrites what was not seen. */
  shown: string
}) {
  const said = useWords(admin).periods.form
  const { optional } = useWords(common)
  const [state, send, isSending] = useFormAction(action)
  const typed = { ...values, ...state.values }
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice
        refusal={state.refusal}
        field={state.refusal?.code === 'reasonMissing' ? 'reason' : kind === 'add' ? 'period' : 'opensAt'}
      />
      <input type="hidden" name="shown" value={shown} />
      {kind === 'move' ? (
        <input type="hidden" name="period" value={values.period} />
      ) : (
        <Field id="period" label={said.period} hint={said.periodHint}>
          {(control) => (
            <TextInput {...control} name="period" required autoComplete="off" defaultValue={typed.period} />
          )}
        </Field>
      )}
      <Field id="opensAt" label={said.opens}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            name="opensAt"
            required
            defaultValue={typed.opensAt}
          />
        )}
      </Field>
      <Field id="dueAt" label={said.due} hint={said.dueHint}>
        {(control) => (
          <TextInput {...control} type="datetime-local" name="dueAt" required defaultValue={typed.dueAt} />
        )}
      </Field>
      <Field id="lateAfter" label={said.late} hint={said.lateHint} mark={optional}>
        {(control) => (
          <TextInput {...control} type="datetime-local" name="lateAfter" defaultValue={typed.lateAfter} />
        )}
      </Field>
      <Field id="lockedAfter" label={said.locked} hint={said.lockedHint} mark={optional}>
        {(control) => (
          <TextInput {...control} type="datetime-local" name="lockedAfter" defaultValue={typed.lockedAfter} />
        )}
      </Field>
      <Field id="reason" label={said.reason} hint={said.reasonHint}>
        {(control) => (
          <TextArea {...control} name="reason" rows={2} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {kind === 'add' ? said.add : said.save}
      </Button>
    </KeptForm>
  )
}
