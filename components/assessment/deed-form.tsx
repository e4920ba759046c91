'use client'

import { type ReactNode } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { useFormAction } from '@/components/ui/form-action'
import { Hidden } from '@/components/ui/hidden'
import { KeptForm } from '@/components/ui/kept-form'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { evaluation } from '@/lib/i18n/words/evaluation'
import type { FormAction } from '@/lib/web/form-state'

/** A form of an evaluation: hidden particulars, the fields given, one button; keeps what was typed when it is refused. */
export function DeedForm({
  action,
  hidden,
  label,
  named,
  variant = 'primary',
  field,
  className = '',
  children,
}: {
  action: FormAction
  hidden: Readonly<Record<string, string>>
  label: string
  /** What the button is called where several have the same label. */
  named?: string
  variant?: ButtonVariant
  /** The field that a refusal points to. */
  field?: string
  className?: string
  children?: ReactNode
}) {
  const said = useWords(evaluation)
  const [state, send, isSending] = useFormAction(action)
  return (
    <KeptForm action={send} className={className}>
      <RefusalNotice refusal={state.refusal} field={field} />
      <Hidden values={hidden} />
      {children}
      <Button type="submit" variant={variant} disabled={isSending} aria-label={named}>
        {isSending ? said.sending : label}
      </Button>
      <span role="status" className="ml-3 text-met">
        {state.shown?.done === 'yes' && !isSending ? said.saved : ''}
      </span>
    </KeptForm>
  )
}
