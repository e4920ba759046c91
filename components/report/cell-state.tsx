'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { statusOf, type EntryCell } from '@/lib/entry/cell'
import { formatDateTime } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import type { FormCell } from '@/lib/reporting/form-rows'
import { useConnection } from './entry-context'
import { markOf, SaveMark } from './save-mark'

/** How one cell is saved; who saved it last and when, for whoever points at it. */
export function CellState({
  cell,
  saved,
  isAnswered,
  closed,
}: {
  cell: EntryCell | undefined
  saved: FormCell | null
  /** Answered by the rows of its register. */
  isAnswered: boolean
  /** What is said of a cell that cannot be edited. */
  closed: string | null
}) {
  const connection = useConnection()
  const who = useSavedBy(cell, saved)
  const place = 'mt-1 lg:mt-0 lg:pt-1.5'
  if (cell === undefined) {
    return (
      <div className={`${place} text-sm text-muted`} title={who}>
        {closed}
      </div>
    )
  }
  const status = statusOf(cell)
  return (
    <div className={place} title={who}>
      <SaveMark mark={isAnswered && status === 'empty' ? 'saved' : markOf(status, connection)} />
    </div>
  )
}

/** Who saved a cell last, and when. */
export function SavedBy({ cell, saved }: { cell: EntryCell | undefined; saved: FormCell | null }) {
  const who = useSavedBy(cell, saved)
  return who === undefined ? null : <p className="mt-1 text-sm text-muted">{who}</p>
}

function useSavedBy(cell: EntryCell | undefined, saved: FormCell | null): string | undefined {
  const locale = useLocale()
  const said = useWords(entry)
  const last = cell?.saved ?? saved
  return last?.by == null || last.at === null
    ? undefined
    : said.savedBy(last.by, formatDateTime(locale, last.at))
}
