'use client'

import { useEffect } from 'react'
import { keepFocus } from './keep-focus'

/** At the end of every page: no deed takes the focus away from who works by keyboard. */
export function FocusKeeper() {
  useEffect(() => keepFocus(), [])
  return null
}
