'use client'

import { Button } from '@/components/ui/button'
import { Checkbox, Field, Select, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { common } from '@/lib/i18n/words/common'
import { messages } from '@/lib/i18n/words/messages'
import type { FormAction } from '@/lib/web/form-state'

const PACES = ['each', 'daily', 'never'] as const

/** Where and how often a person is told by e-mail. */
export function MailForm({
  action,
  email,
  pace,
  brief,
}: {
  action: FormAction
  email: string
  pace: (typeof PACES)[number]
  /** Whether the weekly brief comes by e-mail too. */
  brief: boolean
}) {
  const said = useWords(messages).own
  const { deeds } = useWords(common)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className="max-w-lg">
      <RefusalNotice refusal={state.refusal} field="email" />
      <Field id="email" label={said.email} hint={said.emailHint}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            inputMode="email"
            autoComplete="email"
            defaultValue={state.values.email ?? email}
          />
        )}
      </Field>
      <Field id="pace" label={said.pace}>
        {(control) => (
          <Select {...control} name="pace" key={pace} defaultValue={state.values.pace ?? pace}>
            {PACES.map((each) => (
              <option key={each} value={each}>
                {said.paces[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Checkbox
        key={String(brief)}
        name="brief"
        value="on"
        label={said.brief}
        defaultChecked={brief}
        className="mb-3"
      />
      <Button type="submit" aria-disabled={isSending}>
        {deeds.save}
      </Button>
    </KeptForm>
  )
}
