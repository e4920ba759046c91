'use client'

import { Button } from '@/components/ui/button'
import { Field, TextInput } from '@/components/ui/field'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { account } from '@/lib/i18n/words/account'
import type { FormAction } from '@/lib/web/form-state'

/** The present password, and twice the new one; the rules stand before the box. */
export function PasswordForm({
  action,
  login,
  isOneTime,
}: {
  action: FormAction
  login: string
  /** The present password is one that an administrator gave. */
  isOneTime: boolean
}) {
  const said = useWords(account).own
  const [state, send, isSending] = useFormAction(action)
  const isOfPresent = state.refusal?.code === 'passwordWrong'
  return (
    <form action={send} className="max-w-lg">
      <RefusalNotice refusal={state.refusal} field={isOfPresent ? 'currentPassword' : 'newPassword'} />
      {/* For password managers, which would otherwise not know whose password this is. */}
      <input type="text" name="login" value={login} autoComplete="username" readOnly hidden />
      <Field id="currentPassword" label={isOneTime ? said.oneTimePassword : said.oldPassword}>
        {(control) => (
          <TextInput
            {...control}
            name="currentPassword"
            type="password"
            required
            maxLength={200}
            autoComplete="current-password"
          />
        )}
      </Field>
      <Field id="newPassword" label={said.newPassword} hint={said.passwordHint}>
        {(control) => (
          <TextInput
            {...control}
            name="newPassword"
            type="password"
            required
            maxLength={200}
            autoComplete="new-password"
          />
        )}
      </Field>
      <Field id="repeatPassword" label={said.repeatPassword}>
        {(control) => (
          <TextInput
            {...control}
            name="repeatPassword"
            type="password"
            required
            maxLength={200}
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" aria-disabled={isSending}>
        {said.changePassword}
      </Button>
    </form>
  )
}
