'use client'

import { useState } from 'react'
import { isEmptyRow, type GridRow } from '@/lib/entry/grid-row'
import type { RowsConnection } from '@/lib/entry/rows-store'
import type { RowField } from '@/lib/notice/register-columns'
import type { RegisterStanding } from '@/lib/rules/register-standing'
import type { Column } from './columns'
import { GridLine, LINE_HEIGHT } from './grid-line'
import { linesWithGaps } from './lines-with-gaps'
import { RowSlots } from './row-slots'
import type { Change } from './row-signs'

/** What every line of a grid is drawn from. */
export interface Lines {
  /** Those shown; where they are edited, an empty one is the last. */
  readonly rows: readonly GridRow[]
  /** Ids of the only rows that may be changed; null where all may be. */
  readonly open?: readonly string[] | null
  readonly columns: readonly Column[]
  readonly standings: RegisterStanding['rows']
  readonly changes?: Readonly<Record<string, Change>>
  readonly connection?: RowsConnection
  readonly suggestions?: string
}

/** The lines of a grid that are drawn, and room for those that are not. */
export function GridBody({
  lines: { rows, open = null, columns, standings, changes, connection = 'fine', suggestions = '' },
  drawn,
  isWhole,
  at,
  onType,
}: {
  lines: Lines
  drawn: readonly number[]
  isWhole: boolean
  at: { readonly row: number; readonly column: number }
  onType: ((id: string, field: RowField, text: string) => void) | undefined
}) {
  const [slots] = useState(() => new RowSlots())
  const keys = slots.keysOf(
    drawn.flatMap((line) => rows[line]?.id ?? []),
    rows[at.row]?.id ?? null,
  )
  return (
    <tbody>
      {linesWithGaps(drawn, rows.length).map(({ gap, line }, i) => {
        const row = line === null ? undefined : rows[line]
        return row === undefined || line === null ? (
          <tr key={`gap-${i}`} aria-hidden="true" style={{ height: gap * LINE_HEIGHT }}>
            <td colSpan={columns.length + 2} className="p-0" />
          </tr>
        ) : (
          <GridLine
            key={keys.get(row.id)}
            row={row}
            number={line + 1}
            isNew={onType !== undefined && line === rows.length - 1 && isEmptyRow(row)}
            columns={columns}
            standing={standings[row.id]}
            change={changes?.[row.id]}
            connection={connection}
            suggestions={suggestions}
            active={line === at.row ? at.column : -1}
            isWhole={isWhole}
            onType={open?.includes(row.id) === false ? undefined : onType}
          />
        )
      })}
    </tbody>
  )
}
