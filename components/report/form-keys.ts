'use client'

import { useCallback, type KeyboardEvent } from 'react'
import type { Autosave } from '@/lib/entry/autosave'
import { moveByKeys } from './move-by-keys'

/**
 * The keys of a form as a whole: Ctrl+Z takes the last fill back, Enter and the arrows move. `columns`: how many boxes stand
 * beside one another.
 */
export function useFormKeys(form: Autosave, columns: number): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      if (isUndo && form.undoLatest()) event.preventDefault()
      else moveByKeys(event, columns)
    },
    [form, columns],
  )
}
