'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { NumberInput } from '@/components/ui/field'
import { known, refusalOf, shown, type EntryCell } from '@/lib/entry/cell'
import { readClipboardTable } from '@/lib/entry/clipboard-table'
import { needsProposal } from '@/lib/entry/needs-proposal'
import { formatNumber } from '@/lib/i18n/format'
import { useAutosave } from './entry-context'
import { usePasting } from './paste-context'

/**
 * A box for a figure. While one is in it, it shows what was typed; otherwise the figure with its separators. Its content
 * is selected on entering, so that typing replaces it.
 */
export function FigureBox({
  cell,
  id,
  label,
  describedBy,
  errorId,
}: {
  cell: EntryCell
  id: string
  /** Only where no label stands beside the box. */
  label?: string
  describedBy?: string
  errorId: string
}) {
  const form = useAutosave()
  const { paste } = usePasting()
  const box = useRef<HTMLInputElement>(null)
  const [here, setHere] = useState<'away' | 'entered' | 'typing'>('away')
  const typed = shown(cell)
  const content = known(cell)
  const isWrong = refusalOf(cell) !== null
  useLayoutEffect(() => {
    if (here === 'entered') box.current?.select()
  }, [here])
  return (
    <NumberInput
      ref={box}
      id={id}
      data-spot=""
      aria-label={label}
      aria-describedby={[isWrong ? errorId : '', describedBy ?? ''].filter(Boolean).join(' ') || undefined}
      aria-invalid={isWrong ? true : undefined}
      value={here === 'away' && content?.state === 'figure' ? formatNumber(content.value) : typed.text}
      onChange={(event) => {
        form.type(cell.key, { ...typed, state: 'figure', text: event.target.value })
        // Entered before the page was ready to notice: what is typed stays as it is typed, and nothing is selected.
        if (here === 'away' && event.target === document.activeElement) setHere('typing')
      }}
      onFocus={() => {
        setHere((before) => (before === 'away' ? 'entered' : before))
      }}
      onBlur={() => {
        setHere('away')
      }}
      onMouseDown={(event) => {
        // The first click selects all, as entering by keyboard does; only the next one places the caret.
        if (document.activeElement === event.currentTarget) return
        event.preventDefault()
        event.currentTarget.focus()
      }}
      onPaste={(event) => {
        const { clipboardData } = event
        const table = readClipboardTable(clipboardData.getData('text/html'), clipboardData.getData('text'))
        if (!needsProposal(table, cell.unit)) return
        event.preventDefault()
        paste(cell.key, table)
      }}
    />
  )
}
