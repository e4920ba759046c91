'use client'

import {
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ChangeEvent,
  type ChangeEventHandler,
  type ComponentProps,
  type Ref,
  type RefObject,
} from 'react'
import { wasTypedBefore } from './arrival'

/**
 * Controls whose text or choice is held by the page. What was typed or chosen before the page could listen is heard as
 * they arrive, as if it was done then; the browser does not fill them again after a reload, since what it remembers may be
 * older than what the page holds.
 */
function useHeard<T extends HTMLElement>(
  onChange: ChangeEventHandler<T> | undefined,
  ref: Ref<T> | undefined,
): RefObject<T | null> {
  const own = useRef<T>(null)
  useImperativeHandle<T | null, T | null>(ref, () => own.current, [])
  const hear = useEffectEvent((control: T) => {
    // Told directly: an event sent through the page would put the old text back for a moment, and break an input method.
    onChange?.({ target: control, currentTarget: control } as unknown as ChangeEvent<T>)
  })
  useLayoutEffect(() => {
    const control = own.current
    if (control === null || !wasTypedBefore(control)) return
    // Of several that exclude one another, only the last one chosen counts.
    const isGivenUp = control instanceof HTMLInputElement && control.type === 'radio' && !control.checked
    if (!isGivenUp) hear(control)
  }, [])
  return own
}

export function HeardInput({ ref, ...rest }: ComponentProps<'input'>) {
  return <input autoComplete="off" {...rest} ref={useHeard(rest.onChange, ref)} />
}

export function HeardTextArea({ ref, ...rest }: ComponentProps<'textarea'>) {
  return <textarea autoComplete="off" {...rest} ref={useHeard(rest.onChange, ref)} />
}

export function HeardSelect({ ref, ...rest }: ComponentProps<'select'>) {
  return <select autoComplete="off" {...rest} ref={useHeard(rest.onChange, ref)} />
}
