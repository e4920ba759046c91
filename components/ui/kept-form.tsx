'use client'

import { startTransition, type ComponentProps } from 'react'

/**
 * A form that keeps what was typed when it is refused: React empties a form after its action, and shows controls that
 * it holds as empty although their value is still there. Without scripts the browser sends it as any other form.
 */
export function KeptForm({
  action,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & { action: (form: FormData) => void }) {
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => {
          action(form)
        })
      }}
      {...rest}
    />
  )
}
