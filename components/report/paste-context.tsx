'use client'

import { createContext, useContext } from 'react'
import type { PastedFigures, PasteRefusal } from '@/lib/entry/pasted-figures'

interface Pasting {
  /** Takes a pasted block, from the box it was pasted into. */
  readonly paste: (key: string, text: string) => void
  /** What became of the last one. */
  readonly last: PastedFigures | PasteRefusal | null
}

const PasteContext = createContext<Pasting>({ paste: () => undefined, last: null })

export const PasteProvider = PasteContext

export const usePasting = (): Pasting => useContext(PasteContext)
