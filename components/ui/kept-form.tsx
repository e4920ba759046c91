'use client'

import { startTransition, useEffect, useRef, type ComponentProps } from 'react'

/**
 * A form that keeps what was typed when it is refused: React empties a form after its action, and shows controls that
 * it holds as empty although their value is still there. Without scripts the browser sends it as any other form. What is
 * sent twice at once goes out once: until the button is shown as at work, a second click is the same click.
 */
export function KeptForm({
  action,
  ...rest
}: Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & { action: (form: FormData) => void }) {
  const isGoing = useRef(false)
  // After each showing, the first of which has the button at work.
  useEffect(() => {
    isGoing.current = false
  })
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault()
        if (isGoing.current) return
        isGoing.current = true
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
