'use client'

import type { KeyboardEvent, ReactNode } from 'react'

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * The box in which the matrix scrolls. From one verdict the arrow keys lead to its neighbours, so that nobody has to
 * tab through hundreds of them; everything works without this too.
 */
export function MatrixKeys({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      onKeyDown={move}
      className="table-box relative max-h-[85vh] scroll-pt-28 scroll-pl-36 overflow-auto border border-line bg-paper"
    >
      {children}
    </div>
  )
}

function move(event: KeyboardEvent) {
  const step = STEPS[event.key]
  const from = document.activeElement?.closest('td, th')
  if (
    step === undefined ||
    !(from instanceof HTMLTableCellElement) ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey
  ) {
    return
  }
  const [down, right] = step
  // Within the body: the heads span several columns and are not above what they head by their number.
  const rows = [...(from.closest('tbody')?.rows ?? [])]
  let row = rows.findIndex((each) => each === from.parentElement)
  let column = from.cellIndex
  for (;;) {
    row += down
    column += right
    const cell = rows[row]?.cells[column]
    if (cell === undefined) return
    const link = cell.querySelector('a')
    if (link === null) continue
    event.preventDefault()
    link.focus()
    // The first column and the head lie over what scrolls beneath them.
    cell.scrollIntoView({ block: 'center', inline: 'center' })
    return
  }
}
