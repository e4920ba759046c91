'use client'

import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Autosave } from '@/lib/entry/autosave'
import type { EntryCell } from '@/lib/entry/cell'
import type { FormState } from '@/lib/entry/form-state'

const EntryContext = createContext<Autosave | null>(null)

export function EntryProvider({ form, children }: { form: Autosave; children: ReactNode }) {
  return <EntryContext value={form}>{children}</EntryContext>
}

/** The form that the cell belongs to. */
export function useAutosave(): Autosave {
  const form = useContext(EntryContext)
  if (form === null) throw new Error('a cell outside of its form')
  return form
}

/** The form as a whole; for what shows all of it. */
export function useFormState(): FormState {
  const form = useAutosave()
  return useSyncExternalStore(form.subscribe, form.state, form.state)
}

/** One cell: only what shows this cell is drawn anew when it changes. Undefined when it cannot be edited here. */
export function useCell(key: string): EntryCell | undefined {
  const form = useAutosave()
  const read = () => form.state().cells.get(key)
  return useSyncExternalStore(form.subscribe, read, read)
}

/** The state of the connection alone. */
export function useConnection(): FormState['connection'] {
  const form = useAutosave()
  const read = () => form.state().connection
  return useSyncExternalStore(form.subscribe, read, read)
}
