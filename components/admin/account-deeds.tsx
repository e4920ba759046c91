'use client'

import { Button } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { admin } from '@/lib/i18n/words/admin'
import type { FormAction } from '@/lib/web/form-state'
import { OneTimePassword } from './one-time-password'

/** One deed on one account: what it does, in a sentence, and the button. */
export function AccountDeed({
  action,
  accountId,
  kind,
  text,
}: {
  action: FormAction
  accountId: string
  kind: 'reset' | 'disable' | 'enable' | 'end'
  /** What it does, where that depends on the account. */
  text?: string
}) {
  const said = useWords(admin).account
  const [state, send, isSending] = useFormAction(action)
  const deed = said[kind]
  return (
    <Panel title={deed.title}>
      <RefusalNotice refusal={state.refusal} />
      {state.shown !== undefined && (
        <OneTimePassword title={said.reset.done(state.shown.login ?? '')} shown={state.shown} />
      )}
      <p className="mb-2">{text ?? (typeof deed.text === 'string' ? deed.text : '')}</p>
      <form action={send}>
        <input type="hidden" name="account" value={accountId} />
        <Button type="submit" variant={kind === 'disable' ? 'danger' : 'secondary'} disabled={isSending}>
          {deed.send}
        </Button>
      </form>
    </Panel>
  )
}
