'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Puts the focus into the cell where a person went, once that is drawn; what it gives is set to true before going. Whoever was
 * in a cell before it could be typed into is in its control as soon as there is one.
 */
export function useCellFocus(
  box: RefObject<HTMLElement | null>,
  place: { readonly id: string | null; readonly column: number },
  isEdited: boolean,
): RefObject<boolean> {
  const isMovedRef = useRef(false)
  useLayoutEffect(() => {
    if (!isMovedRef.current) return
    isMovedRef.current = false
    const cell = box.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(place.id ?? '')}"] [data-column="${place.column}"]`,
    )
    const control = cell?.querySelector<HTMLElement>('input, select') ?? cell
    // What gets the focus is selected then; what has it already is selected here.
    if (control !== document.activeElement) control?.focus({ preventScroll: true })
    else if (control instanceof HTMLInputElement) control.select()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [box, place])

  useLayoutEffect(() => {
    const cell = document.activeElement?.closest('[data-column]')
    if (isEdited && cell != null && box.current?.contains(cell) === true)
      cell.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true })
  }, [box, isEdited])
  return isMovedRef
}
