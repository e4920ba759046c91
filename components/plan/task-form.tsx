'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { plan } from '@/lib/i18n/words/plan'
import type { FormAction } from '@/lib/web/form-state'

/** What stands in the boxes at first, by the names of the columns. */
export type TaskValues = Readonly<
  Record<
    'code' | 'title' | 'department' | 'startsOn' | 'endsOn' | 'central' | 'local' | 'social' | 'indicators',
    string
  >
>

const NO_TASK: TaskValues = {
  code: '',
  title: '',
  department: '',
  startsOn: '',
  endsOn: '',
  central: '',
  local: '',
  social: '',
  indicators: '',
}

/** Adds a task to a version that is being prepared, or changes one. */
export function TaskForm({
  action,
  city,
  version,
  initial = NO_TASK,
  stand = '',
}: {
  action: FormAction
  city: string
  version: number
  /** Of the task that is changed; none for a new one. */
  initial?: TaskValues
  /** How that task stands. */
  stand?: string
}) {
  const said = useWords(plan)
  const [state, send, isSending] = useFormAction(action)
  const isNew = initial.code === ''
  const value = (field: keyof TaskValues) => state.values[field] ?? initial[field]
  return (
    <KeptForm action={send} key={state.shown?.saved ?? 'first'} className="max-w-3xl">
      <RefusalNotice refusal={state.refusal} field="task-code" />
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.edit.saved}
        </Banner>
      )}
      <Hidden values={{ city, version, stand }} />
      <div className="gap-x-4 sm:grid sm:grid-cols-[10rem_1fr]">
        <Field id="task-code" label={said.column.code} hint={isNew ? said.edit.codeHint : undefined}>
          {(control) => (
            <TextInput {...control} name="code" required readOnly={!isNew} defaultValue={value('code')} />
          )}
        </Field>
        <Field id="task-title" label={said.column.title}>
          {(control) => <TextInput {...control} name="title" required defaultValue={value('title')} />}
        </Field>
      </div>
      <div className="gap-x-4 sm:grid sm:grid-cols-3">
        <Field id="task-department" label={said.column.department}>
          {(control) => <TextInput {...control} name="department" defaultValue={value('department')} />}
        </Field>
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <Field key={field} id={`task-${field}`} label={said.column[field]}>
            {(control) => <TextInput {...control} type="date" name={field} defaultValue={value(field)} />}
          </Field>
        ))}
      </div>
      <p className="text-sm text-muted">{said.edit.amountHint}</p>
      <div className="gap-x-4 sm:grid sm:grid-cols-3">
        {(['central', 'local', 'social'] as const).map((field) => (
          <Field key={field} id={`task-${field}`} label={said.column[field]} mark={said.yuan}>
            {(control) => <NumberInput {...control} name={field} defaultValue={value(field)} />}
          </Field>
        ))}
      </div>
      <Field id="task-indicators" label={said.column.indicators} hint={said.edit.indicatorsHint}>
        {(control) => <TextInput {...control} name="indicators" defaultValue={value('indicators')} />}
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.edit.saving : said.edit.save}
      </Button>
    </KeptForm>
  )
}
