'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { account } from '@/lib/i18n/words/account'
import type { FormAction } from '@/lib/web/form-state'

/** Login and password. Sent by the browser itself where scripts do not run. */
export function SignInForm({
  action,
  to,
}: {
  action: FormAction
  /** Where the person was going. */
  to: string
}) {
  const said = useWords(account).signIn
  const [state, send, isSending] = useFormAction(action)
  const [isShown, setShown] = useState(false)
  return (
    <form action={send}>
      <RefusalNotice refusal={state.refusal} field="password" title={said.failed} />
      <Hidden
        values={{
          to,
          failedLogin: state.refusal?.detail.login ?? '',
          failures: state.refusal?.detail.failures ?? '0',
        }}
      />
      <Field id="login" label={said.login}>
        {(control) => (
          <TextInput
            {...control}
            name="login"
            required
            maxLength={100}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.values.login ?? ''}
          />
        )}
      </Field>
      <Field id="password" label={said.password} className="mb-1">
        {(control) => (
          <TextInput
            {...control}
            name="password"
            required
            maxLength={200}
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            spellCheck={false}
          />
        )}
      </Field>
      <Checkbox
        label={said.showPassword}
        className="mb-2"
        checked={isShown}
        onChange={(event) => {
          setShown(event.target.checked)
        }}
      />
      <Button type="submit" variant="primary" className="w-full" aria-disabled={isSending}>
        {said.send}
      </Button>
    </form>
  )
}
