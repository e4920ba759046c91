'use client'

import { createContext, useContext } from 'react'
import type { ClipboardTable } from '@/lib/entry/clipboard-table'
import type { PasteRefusal } from '@/lib/entry/pasted-figures'

interface Pasting {
  /** Takes a pasted block, from the box it was pasted into. */
  readonly paste: (key: string, table: ClipboardTable) => void
  /** What became of the last one: how many cells were filled in, or why nothing was. */
  readonly last: number | PasteRefusal | null
}

const PasteContext = createContext<Pasting>({ paste: () => undefined, last: null })

export const PasteProvider = PasteContext

export const usePasting = (): Pasting => useContext(PasteContext)
