'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { announcements } from '@/lib/i18n/words/announcements'
import type { FormAction } from '@/lib/web/form-state'

/** Writes an announcement; a province writes to itself. */
export function AnnouncementForm({ action, today }: { action: FormAction; today: string }) {
  const said = useWords(announcements).write
  const [state, send, isSending] = useFormAction(action)
  const { refusal, values } = state
  const wrong = refusal?.code === 'dateWrong' ? 'until' : `announcement-${refusal?.detail.field ?? 'title'}`
  return (
    <KeptForm action={send} className="max-w-xl">
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.done}
        </Banner>
      )}
      <RefusalNotice refusal={refusal} field={wrong} />
      <Field id="announcement-title" label={said.name}>
        {(control) => <TextInput {...control} name="title" defaultValue={values.title ?? ''} />}
      </Field>
      <Field id="announcement-body" label={said.body}>
        {(control) => <TextArea {...control} name="body" rows={5} defaultValue={values.body ?? ''} />}
      </Field>
      <div className="flex flex-wrap gap-x-4">
        <Field id="from" label={said.from}>
          {(control) => (
            <TextInput {...control} type="date" name="from" defaultValue={values.from ?? today} />
          )}
        </Field>
        <Field id="until" label={said.until}>
          {(control) => <TextInput {...control} type="date" name="until" defaultValue={values.until ?? ''} />}
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={isSending}>
        {isSending ? said.sending : said.send}
      </Button>
    </KeptForm>
  )
}
