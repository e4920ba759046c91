'use client'

import type { FormAction } from '@/lib/web/form-state'
import { Button, type ButtonVariant } from './button'
import { useFormAction } from './form-action'
import { Hidden } from './hidden'
import { RefusalNotice } from './refusal-notice'

/** A deed that asks for nothing more: one button, and why it was refused. */
export function DeedButton({
  action,
  values,
  label,
  named,
  title,
  variant,
  className,
}: {
  action: FormAction
  /** What is sent. */
  values: Readonly<Record<string, string>>
  label: string
  /** Of what, for those who do not see what stands beside it. */
  named?: string
  title?: string
  variant?: ButtonVariant
  className?: string
}) {
  const [state, send, isSending] = useFormAction(action)
  return (
    <form action={send} className={className}>
      <RefusalNotice refusal={state.refusal} />
      <Hidden values={values} />
      <Button type="submit" variant={variant} title={title} aria-label={named} aria-disabled={isSending}>
        {label}
      </Button>
    </form>
  )
}
