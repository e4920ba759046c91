'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { statusOf } from '@/lib/entry/cell'
import { formatDateTime } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import type { FormCell } from '@/lib/reporting/form-rows'
import { useCellLater, useForm } from './entry-context'
import { markOf, SaveMark, type Mark } from './save-mark'

/** How one cell is saved; who saved it last and when, for whoever points at it. */
export function CellState({
  cellKey,
  saved,
  isAnswered,
  closed,
}: {
  cellKey: string
  saved: FormCell | null
  /** Answered by the rows of its register. */
  isAnswered: boolean
  /** What is said of a cell that cannot be edited. */
  closed: string | null
}) {
  const mark = useForm(({ cells, connection }): Mark | null => {
    const cell = cells.get(cellKey)
    return cell === undefined ? null : markOf(statusOf(cell), connection)
  })
  const who = useSavedBy(cellKey, saved)
  const place = 'mt-1 lg:mt-0 lg:pt-1.5'
  if (mark === null) {
    return (
      <div className={`${place} text-sm text-muted`} title={who}>
        {closed}
      </div>
    )
  }
  return (
    <div className={place} title={who}>
      <SaveMark mark={isAnswered && mark === 'empty' ? 'saved' : mark} />
    </div>
  )
}

/** Who saved a cell last, and when. */
export function SavedBy({ cellKey, saved }: { cellKey: string; saved: FormCell | null }) {
  const who = useSavedBy(cellKey, saved)
  return who === undefined ? null : <p className="mt-1 text-sm text-muted">{who}</p>
}

function useSavedBy(key: string, saved: FormCell | null): string | undefined {
  const locale = useLocale()
  const said = useWords(entry)
  const last = useCellLater(key)?.saved ?? saved
  return last?.by == null || last.at === null
    ? undefined
    : said.savedBy(last.by, formatDateTime(locale, last.at))
}
