'use client'

import { createContext, useContext } from 'react'

/** Takes a pasted block, from the box it was pasted into. */
export type Paste = (key: string, text: string) => void

export const PasteContext = createContext<Paste>(() => undefined)

export const usePaste = (): Paste => useContext(PasteContext)
