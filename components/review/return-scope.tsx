'use client'

import { createContext, useContext, useState, type ReactNode } from 'react'
import { useFormAction } from '@/components/ui/form-action'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { FormAction, FormState } from '@/lib/web/form-state'

/** The id of the form that returns a report: the boxes beside the figures belong to it wherever they stand. */
export const RETURN_FORM = 'return-report'

/** A register row, as a question names it. */
export interface AskedRow {
  readonly indicator: RegisterCode
  readonly row: string
  readonly name: string
}

interface Returning {
  readonly state: FormState
  readonly send: (form: FormData) => void
  readonly isSending: boolean
  /** The chosen results. */
  readonly pinned: ReadonlySet<string>
  readonly pin: (code: string, isPinned: boolean) => void
  /** The chosen register rows, by id, with their names. */
  readonly rows: ReadonlyMap<string, string>
  /** The register row that a question is about to be asked about. */
  readonly asked: AskedRow | null
  readonly askAbout: (row: AskedRow) => void
  readonly pinRow: (id: string, name: string, isPinned: boolean) => void
}

const ReturnContext = createContext<Returning | null>(null)

/** Holds what the boxes beside the figures and the form at the end of the page have in common. */
export function ReturnScope({ action, children }: { action: FormAction; children: ReactNode }) {
  const [state, send, isSending] = useFormAction(action)
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set())
  const pin = (code: string, isPinned: boolean) => {
    setPinned((before) => {
      const after = new Set(before)
      if (isPinned) after.add(code)
      else after.delete(code)
      return after
    })
  }
  const [rows, setRows] = useState<ReadonlyMap<string, string>>(new Map())
  const [asked, askAbout] = useState<AskedRow | null>(null)
  const pinRow = (id: string, name: string, isPinned: boolean) => {
    setRows((before) => {
      const after = new Map(before)
      if (isPinned) after.set(id, name)
      else after.delete(id)
      return after
    })
  }
  return (
    <ReturnContext value={{ state, send, isSending, pinned, pin, rows, pinRow, asked, askAbout }}>
      {children}
    </ReturnContext>
  )
}

/** What is being returned; null on pages where nothing can be. */
export function useReturning(): Returning | null {
  return useContext(ReturnContext)
}
