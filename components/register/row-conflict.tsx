'use client'

import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import type { RowDraft, SavedRow } from '@/lib/entry/grid-row'
import { rowText } from '@/lib/entry/row-content'
import { formatDateTime } from '@/lib/i18n/format-time'
import { fieldText } from '@/lib/i18n/register-text'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { Column } from './columns'

/** Two versions of one row, field by field where they differ, and the choice between them. */
export function RowConflict({
  mine,
  theirs,
  columns,
  onChoose,
}: {
  mine: RowDraft
  theirs: SavedRow
  columns: readonly Column[]
  onChoose: (whose: 'mine' | 'theirs') => void
}) {
  const locale = useLocale()
  const { conflict } = useWords(registerDeeds)
  const other = rowText(theirs.content)
  const differing = columns.filter(({ field }) => mine.typed[field] !== other[field])
  const shown = (column: Column, text: string) =>
    text === '' ? conflict.empty : fieldText(locale, column, text)
  const when = formatDateTime(locale, theirs.at)
  const title = theirs.removed ? conflict.removed(theirs.by, when) : conflict.title(theirs.by, when)
  return (
    <div role="alert">
      <p className="font-semibold">{title}</p>
      {!theirs.removed && (
        <table className="my-1" aria-label={title}>
          <thead>
            <tr className="text-left text-sm text-muted">
              <th scope="col" className="pr-4 font-normal">
                {conflict.field}
              </th>
              <th scope="col" className="pr-4 font-normal">
                {conflict.mine}
              </th>
              <th scope="col" className="font-normal">
                {conflict.theirs(theirs.by)}
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((column) => (
              <tr key={column.field}>
                <th scope="row" className="pr-4 text-left font-normal text-muted">
                  {column.head}
                </th>
                <td className="pr-4">{shown(column, mine.typed[column.field])}</td>
                <td>{shown(column, other[column.field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="mt-1 flex flex-wrap gap-2">
        <Button
          onClick={() => {
            onChoose('mine')
          }}
        >
          {theirs.removed ? conflict.keepMineRemoved : conflict.keepMine}
        </Button>
        <Button
          onClick={() => {
            onChoose('theirs')
          }}
        >
          {theirs.removed ? conflict.takeRemoval : conflict.takeTheirs}
        </Button>
      </div>
    </div>
  )
}
