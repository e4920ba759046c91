'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { contacts } from '@/lib/i18n/words/contacts'
import type { Reach } from '@/lib/store/contacts'
import type { FormAction } from '@/lib/web/form-state'

const FIELDS = ['name', 'office', 'phone', 'email'] as const

/** Says how somebody is reached: of a city in one of its places, or whoever is signed in. */
export function ContactForm({
  action,
  reach,
  hidden = {},
}: {
  action: FormAction
  /** As said last. */
  reach: Reach | null
  hidden?: Readonly<Record<string, string>>
}) {
  const said = useWords(contacts).form
  const [state, send, isSending] = useFormAction(action)
  const { refusal, values } = state
  return (
    <KeptForm action={send} className="max-w-lg">
      {state.shown !== undefined && (
        <Banner tone="done" live>
          {said.done}
        </Banner>
      )}
      <RefusalNotice refusal={refusal} field={`contact-${refusal?.detail.field ?? 'name'}`} />
      <Hidden values={hidden} />
      {FIELDS.map((name) => (
        <Field
          key={name}
          id={`contact-${name}`}
          label={said[name]}
          hint={name === 'phone' ? said.phoneHint : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              name={name}
              inputMode={name === 'phone' ? 'tel' : name === 'email' ? 'email' : undefined}
              defaultValue={values[name] ?? reach?.[name] ?? ''}
            />
          )}
        </Field>
      ))}
      <Button type="submit" aria-disabled={isSending}>
        {isSending ? said.sending : said.send}
      </Button>
    </KeptForm>
  )
}
