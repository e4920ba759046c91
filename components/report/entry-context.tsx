'use client'

import {
  createContext,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Autosave } from '@/lib/entry/autosave'
import { known, type EntryCell } from '@/lib/entry/cell'
import { cellKey } from '@/lib/entry/cell-id'
import type { FormState } from '@/lib/entry/form-state'
import type { FormRow } from '@/lib/reporting/form-rows'
import { afterPaint } from './after-paint'

type Plain = string | number | boolean | object | null | undefined

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

/**
 * What `read` finds in the form, in the same frame as the key that changed it. What it finds must be the same thing as long
 * as nothing of it changed: a cell, a word, a number.
 */
export function useForm<T>(read: (state: FormState) => T): T {
  const form = useAutosave()
  const now = () => read(form.state())
  return useSyncExternalStore(form.subscribe, now, now)
}

/** One cell, for the box it is typed into. Undefined when it cannot be edited here. */
export function useCell(key: string): EntryCell | undefined {
  return useForm(({ cells }) => cells.get(key))
}

/**
 * The same a moment later: what stands beside a box is drawn once the key is on the screen, and makes way for the next one.
 */
export function useLater<T extends Plain>(read: (state: FormState, form: Autosave) => T): T {
  const form = useAutosave()
  const [value, setValue] = useState(() => read(form.state(), form))
  const reading = useRef(read)
  useEffect(() => {
    reading.current = read
  })
  useEffect(() => {
    const look = () => {
      startTransition(() => {
        setValue(reading.current(form.state(), form))
      })
    }
    const later = () => {
      afterPaint(look)
    }
    later()
    return form.subscribe(later)
  }, [form])
  return value
}

/** One cell as `useLater` finds it. */
export function useCellLater(key: string): EntryCell | undefined {
  return useLater(({ cells }) => cells.get(key))
}

/** The figure of a row as `useLater` finds it; null where there is none, or none that can be read. */
export function useFigureLater({ indicator, cells: [saved] }: FormRow): string | null {
  return useLater(({ cells }) => {
    const cell = cells.get(cellKey(indicator, ''))
    const content = cell === undefined ? saved?.content : known(cell)
    return content?.state === 'figure' ? content.value : null
  })
}
