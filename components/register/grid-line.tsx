'use client'

import { memo } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { refusalsOf, shownText, type GridRow } from '@/lib/entry/grid-row'
import type { RowField } from '@/lib/notice/register-columns'
import type { RowsConnection } from '@/lib/entry/rows-store'
import { register } from '@/lib/i18n/words/register'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RowStanding } from '@/lib/rules/register-standing'
import { shownIn, type Column } from './columns'
import { fitText } from './fit-text'
import { GridCell } from './grid-cell'
import { RowSigns, type Change } from './row-signs'

/** The height of every row, in pixels: what is said about a row at length stands under the grid. */
export const LINE_HEIGHT = 33

interface Props {
  readonly row: GridRow
  /** From 1, as shown. */
  readonly number: number
  /** The empty row at the end. */
  readonly isNew: boolean
  readonly columns: readonly Column[]
  readonly standing: RowStanding | undefined
  /** Against the version before. */
  readonly change: Change | undefined
  readonly connection: RowsConnection
  readonly suggestions: string
  /** The column in which the person is; -1 in every other row. */
  readonly active: number
  /** Whether cells show all of what they hold, as on paper. */
  readonly isWhole: boolean
  /** Undefined where the rows are only read. */
  readonly onType: ((id: string, field: RowField, text: string) => void) | undefined
}

/** One class with all of a cell's look: a browser that matches a dozen for each of many cells takes twice as long. */
const CELL = 'grid-cell'
const LOOKS: Partial<Record<Column['kind'], string>> = {
  creditCode: 'font-mono print:break-all',
  amount: '!text-right tabular-nums',
  whole: '!text-right tabular-nums',
}

/** One row of the grid. Drawn anew only when something of it changes. */
export const GridLine = memo(function GridLine(props: Props) {
  const { row, number, isNew, columns, active, isWhole, onType } = props
  const locale = useLocale()
  const { grid } = useWords(register)
  const { newShort } = useWords(registerGrid)
  const text = shownText(row)
  const refusals = refusalsOf(row)
  const isHere = active !== -1
  const isRead = onType === undefined
  const back = isHere ? 'bg-accent-wash' : 'bg-paper'
  const cells = columns.map((column, i) => {
    const { field } = column
    const isWrong = refusals.some((refusal) => refusal.field === field)
    const isActive = i === active
    const isTyped = isActive && !isRead
    const whole = shownIn(locale, column, text[field])
    const shown = isWhole ? whole : fitText(whole, column.width)
    const Tag = i === 0 ? 'th' : 'td'
    return (
      <Tag
        key={field}
        scope={i === 0 ? 'row' : undefined}
        aria-invalid={isWrong && !isTyped ? true : undefined}
        // What does not fit is still read out.
        aria-label={shown === whole || isTyped ? undefined : whole}
        data-column={i}
        tabIndex={isActive && isRead ? 0 : undefined}
        className={`${CELL} ${i === 0 ? `stay left-12 max-sm:overflow-hidden max-sm:text-ellipsis ${back}` : ''} ${isWrong ? '!bg-danger-wash' : ''} ${LOOKS[column.kind] ?? ''} ${isTyped ? '!p-0' : ''}`}
      >
        {isTyped ? (
          <GridCell
            rowKey={row.id}
            column={column}
            label={isNew ? grid.newCell(column.head) : grid.cell(column.head, String(number))}
            text={text[field]}
            isWrong={isWrong}
            suggestions={column.kind === 'reason' ? props.suggestions : undefined}
            choose={grid.choose}
            onType={(typed) => {
              onType(row.id, field, typed)
            }}
          />
        ) : (
          shown
        )}
      </Tag>
    )
  })
  return (
    <tr aria-rowindex={number + 1} data-row={row.id} className={isHere ? 'bg-accent-wash' : ''}>
      <td className={`${CELL} stay left-0 !text-right text-muted ${isHere ? back : 'bg-sunken'}`}>
        {isNew ? newShort : number}
      </td>
      {cells[0]}
      {/* Beside the name, where it stays in sight of a register that is wider than the screen. */}
      <td className={CELL}>
        <RowSigns
          row={row}
          standing={props.standing}
          change={props.change}
          connection={props.connection}
          isRead={isRead}
          isHere={isHere}
        />
      </td>
      {cells.slice(1)}
    </tr>
  )
})
