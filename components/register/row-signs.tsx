'use client'

import { RowFilesMark } from '@/components/evidence/row-files'
import { useWords } from '@/components/ui/locale-provider'
import { rowStatus, shownText, type GridRow } from '@/lib/entry/grid-row'
import type { RowsConnection } from '@/lib/entry/rows-store'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RowStanding } from '@/lib/rules/register-standing'
import { findingOf } from './finding-of'
import { RowMark } from './row-mark'

/** What became of a row against the version before. */
export type Change = 'added' | 'removed' | 'changed' | 'withdrawn'

const CHANGES: Readonly<Record<Change, readonly [sign: string, look: string]>> = {
  added: ['＋', 'text-met'],
  removed: ['−', 'text-danger'],
  changed: ['△', 'text-behind-pace'],
  withdrawn: ['−', 'text-danger'],
}

/** How a row stands: saved or not, and whether somebody should look at it; each a sign and a word. */
export function RowSigns({
  row,
  standing,
  change,
  connection,
  isRead,
  isHere,
}: {
  row: GridRow
  standing: RowStanding | undefined
  change: Change | undefined
  connection: RowsConnection
  isRead: boolean
  /** The person is in it. */
  isHere: boolean
}) {
  const { finding, changes } = useWords(registerGrid)
  const text = shownText(row)
  const found = standing === undefined ? null : findingOf(standing)
  return (
    <>
      {row.saved !== null && <RowFilesMark row={row.id} name={text.name} isHere={isHere} />}
      {!isRead && <RowMark status={rowStatus(row)} connection={connection} />}
      {change !== undefined && (
        <span className={`mr-2 text-sm ${CHANGES[change][1]}`}>
          <span aria-hidden="true" className="mr-1">
            {CHANGES[change][0]}
          </span>
          {changes[change]}
        </span>
      )}
      {found !== null && (
        <span className="ml-2 text-sm text-behind-pace">
          <span aria-hidden="true" className="mr-1">
            ≡
          </span>
          {finding[found]}
        </span>
      )}
    </>
  )
}
