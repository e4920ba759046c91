'use client'

import { useCallback } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { shortcuts } from '@/lib/i18n/words/shortcuts'
import { Shortcuts } from './shortcuts'

const rows = (): HTMLTableRowElement[] => [
  ...document.querySelectorAll<HTMLTableRowElement>('tr[data-queued]'),
]
const boxOf = (row: Element | null | undefined): HTMLInputElement | null =>
  row?.querySelector<HTMLInputElement>('input[type=checkbox]') ?? null

function tickClean(): void {
  const clean = rows().filter((row) => row.dataset.queued === 'clean')
  const isAll = clean.every((row) => boxOf(row)?.checked === true)
  for (const row of clean) {
    const box = boxOf(row)
    if (box !== null) box.checked = !isAll
  }
}

/** Goes through the queue by keys: the row in hand is the one whose link has the focus. At either end a key does nothing. */
export function QueueKeys() {
  const { queue } = useWords(shortcuts)
  const onKey = useCallback((key: string): boolean => {
    const here = document.activeElement?.closest('tr[data-queued]')
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (key === 'j' || key === 'k' || (isArrow && here != null)) {
      const all = rows()
      const at = all.findIndex((row) => row === here)
      const step = key === 'j' || key === 'ArrowDown' ? 1 : -1
      const to = at === -1 ? all[0] : all[at + step]
      to?.querySelector('a')?.focus()
      to?.scrollIntoView({ block: 'nearest' })
      return true
    }
    if (key === 'x') {
      boxOf(here)?.click()
      return here != null
    }
    if (key === 'c') tickClean()
    else if (key === 'b') document.querySelector<HTMLElement>('#together')?.focus()
    else return false
    return true
  }, [])
  return (
    <Shortcuts
      keys={[
        ['j ↓', queue.down],
        ['k ↑', queue.up],
        ['Enter', queue.open],
        ['x', queue.select],
        ['c', queue.clean],
        ['b', queue.together],
      ]}
      onKey={onKey}
    />
  )
}

/** Ticks all reports of this page in which nothing is open; once more unticks them. */
export function TickClean() {
  const { queue } = useWords(shortcuts)
  return (
    <Button variant="quiet" onClick={tickClean}>
      {queue.clean}
    </Button>
  )
}
