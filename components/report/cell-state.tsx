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
  const locale = useLocale()
  const said = useWords(entry)
  const connection = useConnection()
  const last = cell?.saved ?? saved
  const who =
    last?.by == null || last.at === null ? undefined : said.savedBy(last.by, formatDateTime(locale, last.at))
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
