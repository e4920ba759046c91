'use client'

import { Fragment } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, NumberInput, Select, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { funds } from '@/lib/i18n/words/funds'
import type { FormAction } from '@/lib/web/form-state'

const SOURCES = ['central', 'local', 'social'] as const
const FORMS = ['subsidy', 'reward', 'equity', 'procurement'] as const

/** Enters one receipt, or money spent on a task of the plan. */
export function EntryForm({
  action,
  city,
  kind,
  tasks,
}: {
  action: FormAction
  city: string
  kind: 'receipt' | 'spending'
  /** Those on which money can be spent. */
  tasks: readonly { readonly code: string; readonly title: string }[]
}) {
  const said = useWords(funds)
  const [state, send, isSending] = useFormAction(action)
  const id = (name: string) => `${kind}-${name}`
  const value = (name: string) => state.values[name] ?? ''
  return (
    <KeptForm action={send} className="max-w-3xl">
      <RefusalNotice refusal={state.refusal} field={id('purpose')} />
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.record.sent}
        </Banner>
      )}
      <Hidden values={{ city, kind }} />
      {/* Empty again once it is entered, so that nothing is entered twice. */}
      <Fragment key={state.shown?.recorded}>
        <div className="gap-x-4 sm:grid sm:grid-cols-3">
          <Field id={id('day')} label={said.column.day}>
            {(control) => (
              <TextInput {...control} type="date" name="day" required defaultValue={value('day')} />
            )}
          </Field>
          <Field id={id('source')} label={said.column.source}>
            {(control) => (
              <Select {...control} name="source" defaultValue={value('source') || 'central'}>
                {SOURCES.map((source) => (
                  <option key={source} value={source}>
                    {said.source[source]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field id={id('yuan')} label={said.column.yuan} mark={said.yuan}>
            {(control) => <NumberInput {...control} name="yuan" required defaultValue={value('yuan')} />}
          </Field>
        </div>
        {kind === 'spending' ? (
          <div className="gap-x-4 sm:grid sm:grid-cols-2">
            <Field id={id('task')} label={said.task}>
              {(control) => (
                <Select {...control} name="task" defaultValue={value('task')}>
                  {tasks.map(({ code, title }) => (
                    <option key={code} value={code}>
                      {code} {title}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field id={id('form')} label={said.column.form}>
              {(control) => (
                <Select {...control} name="form" defaultValue={value('form') || 'subsidy'}>
                  {FORMS.map((form) => (
                    <option key={form} value={form}>
                      {said.form[form]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        ) : (
          <Hidden values={{ task: '', form: '' }} />
        )}
        <Field id={id('purpose')} label={said.column.purpose} hint={said.record.purposeHint}>
          {(control) => <TextInput {...control} name="purpose" required defaultValue={value('purpose')} />}
        </Field>
        <div className="gap-x-4 sm:grid sm:grid-cols-2">
          <Field id={id('payee')} label={said.column.payee}>
            {(control) => <TextInput {...control} name="payee" defaultValue={value('payee')} />}
          </Field>
          <Field id={id('document')} label={said.column.document}>
            {(control) => <TextInput {...control} name="document" defaultValue={value('document')} />}
          </Field>
        </div>
      </Fragment>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.record.sending : said.record.send}
      </Button>
    </KeptForm>
  )
}

/** Takes an entry back. */
export function ReverseForm({ action, city }: { action: FormAction; city: string }) {
  const said = useWords(funds).record
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-xl">
      <RefusalNotice refusal={state.refusal} field="reverse-seq" />
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.sent}
        </Banner>
      )}
      <input type="hidden" name="city" value={city} />
      <Field id="reverse-seq" label={said.reverseNumber}>
        {(control) => (
          <NumberInput
            {...control}
            name="seq"
            inputMode="numeric"
            required
            className="max-w-32"
            defaultValue={state.values.seq ?? ''}
          />
        )}
      </Field>
      <Field id="reverse-reason" label={said.reason}>
        {(control) => (
          <TextArea {...control} name="reason" rows={2} required defaultValue={state.values.reason ?? ''} />
        )}
      </Field>
      <Button type="submit" variant="danger" disabled={isSending}>
        {said.reverse}
      </Button>
    </KeptForm>
  )
}
