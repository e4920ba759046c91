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
  closed?: string
}) {
  const locale = useLocale()
  const said = useWords(entry)
  const connection = useConnection()
  const last = cell?.saved ?? saved
  const who =
    last?.by == null || last.at === null ? undefined : said.savedBy(last.by, formatDateTime(locale, last.at))
  const status = cell === undefined ? (saved?.content.state === 'blank' ? 'empty' : 'saved') : statusOf(cell)
  const mark = isAnswered && status === 'empty' ? 'saved' : markOf(status, connection)
  return (
    <div className="mt-1 lg:mt-0 lg:pt-1.5" title={who}>
      {cell === undefined && (mark === 'saved' || closed === said.notReturned) ? (
        <span className="text-sm text-muted">{closed ?? said.readOnly}</span>
      ) : (
        <SaveMark mark={mark} />
      )}
    </div>
  )
}
