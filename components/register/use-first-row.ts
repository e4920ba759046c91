import { useEffect } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { isEmptyRow } from '@/lib/entry/grid-row'
import type { RowsAutosave } from '@/lib/entry/rows-autosave'
import type { Told } from './told'

/** Where nothing stands yet and nothing was declared, a row is begun at once; among rows a sign typed would change the first. */
export function useFirstRow(autosave: RowsAutosave<Told>, hasRow: boolean, isAnswered: boolean): void {
  useEffect(() => {
    const first = document.querySelector<HTMLElement>('[data-row] input')
    // A telephone, where the rows stand further down, is not scrolled past what the page says first.
    const isInSight = first !== null && first.getBoundingClientRect().bottom <= window.innerHeight
    if (hasRow && isInSight && !isAnswered && autosave.state().rows.every(isEmptyRow)) moveFocus(first)
  }, [autosave, hasRow, isAnswered])
}
