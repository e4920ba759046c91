'use client'

import { createContext, useActionState, useContext, useState, type ReactNode } from 'react'
import type { FormState } from '@/lib/web/form-state'

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

/** The id of the form that returns a report: the boxes beside the figures belong to it wherever they stand. */
export const RETURN_FORM = 'return-report'

interface Returning {
  readonly state: FormState
  readonly send: (form: FormData) => void
  readonly isSending: boolean
  /** The chosen results. */
  readonly pinned: ReadonlySet<string>
  readonly pin: (code: string, isPinned: boolean) => void
}

const ReturnContext = createContext<Returning | null>(null)

/** Holds what the boxes beside the figures and the form at the end of the page have in common. */
export function ReturnScope({ action, children }: { action: FormAction; children: ReactNode }) {
  const [state, send, isSending] = useActionState(action, { refusal: null, values: {} })
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set())
  const pin = (code: string, isPinned: boolean) => {
    setPinned((before) => {
      const after = new Set(before)
      if (isPinned) after.add(code)
      else after.delete(code)
      return after
    })
  }
  return <ReturnContext value={{ state, send, isSending, pinned, pin }}>{children}</ReturnContext>
}

/** What is being returned; null on pages where nothing can be. */
export function useReturning(): Returning | null {
  return useContext(ReturnContext)
}
