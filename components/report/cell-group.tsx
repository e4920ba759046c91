'use client'

import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { FieldError } from '@/components/ui/field'
import { useLocale } from '@/components/ui/locale-provider'
import { refusalOf, shown, typedOf, type EntryCell, type Typed } from '@/lib/entry/cell'
import { useAutosave } from './entry-context'
import { contentRefusalSentence } from './refusal-text'

/**
 * The controls of one cell. Leaving all of them saves the cell; Escape puts back what stood there when they were
 * entered, and once more what is saved.
 * What is wrong is said below, and stays until it is right.
 */
export function CellGroup({
  cell,
  errorId,
  className = '',
  children,
}: {
  cell: EntryCell
  /** The id of the sentence that says what is wrong. */
  errorId: string
  className?: string
  children: ReactNode
}) {
  const form = useAutosave()
  const locale = useLocale()
  const before = useRef<Typed | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const leftBefore = useEffectEvent(() => {
    const isLeft = box.current?.contains(document.activeElement) !== true
    if (isLeft && cell.draft?.left === false) form.leave(cell.key)
  })
  // Typed into and left before the page was ready to notice.
  useEffect(() => {
    leftBefore()
  }, [])
  const refusal = refusalOf(cell)
  return (
    <div
      ref={box}
      className={className}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) before.current = shown(cell)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) form.leave(cell.key)
      }}
      onKeyDown={(event) => {
        const isText = event.target instanceof HTMLTextAreaElement
        // Enter is enough to have done with a cell, also with the last one, from which nothing moves on.
        if (event.key === 'Enter' && !isText && !event.nativeEvent.isComposing) form.leave(cell.key)
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        // Entered before the page was ready to notice: what is saved is all there is to go back to.
        const entered = before.current
        const isUntouched = entered === null || JSON.stringify(shown(cell)) === JSON.stringify(entered)
        before.current = isUntouched ? typedOf(cell.kind, cell.saved.content) : entered
        form.type(cell.key, before.current)
      }}
    >
      {children}
      {refusal !== null && <FieldError id={errorId}>{contentRefusalSentence(locale, refusal)}</FieldError>}
    </div>
  )
}
