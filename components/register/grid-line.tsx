'use client'

import { memo } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { refusalsOf, rowStatus, shownText, type GridRow } from '@/lib/entry/grid-row'
import type { RowsAutosave, RowsConnection } from '@/lib/entry/rows-autosave'
import { register } from '@/lib/i18n/words/register'
import type { RowStanding } from '@/lib/rules/register-standing'
import type { Column } from './columns'
import { GridField } from './grid-field'
import { RowConflict } from './row-conflict'
import { RowMark } from './row-mark'
import { RowRefusals } from './row-refusals'
import { StandingNote } from './standing-note'
import type { Told } from './told'

interface Props {
  readonly row: GridRow
  readonly number: number
  readonly isLast: boolean
  readonly columns: readonly Column[]
  readonly standing: RowStanding | undefined
  readonly connection: RowsConnection
  readonly suggestions: string
  readonly autosave: RowsAutosave<Told>
  readonly onTakeOut: (id: string) => void
}

const CELL = 'border-b border-r border-line align-top max-sm:block max-sm:border-0 max-sm:px-2 max-sm:py-0.5'

/** One row of the grid. Drawn anew only when something of it changes. */
export const GridLine = memo(function GridLine(props: Props) {
  const { row, number, isLast, columns, standing, connection, suggestions, autosave, onTakeOut } = props
  const { grid } = useWords(register)
  const text = shownText(row)
  const status = rowStatus(row)
  const refusals = refusalsOf(row)
  const leave = (event: React.FocusEvent) => {
    const { currentTarget, relatedTarget } = event
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) autosave.leave(row.id)
  }
  return (
    <>
      <tr
        data-row={row.id}
        onBlur={leave}
        className="max-sm:mb-2 max-sm:block max-sm:border max-sm:border-edge max-sm:py-1"
      >
        <th
          scope="row"
          className={`${CELL} bg-sunken px-2 py-1 text-right font-normal whitespace-nowrap text-muted max-sm:text-left`}
        >
          {isLast ? <span aria-label={grid.newRow}>＋</span> : number}
        </th>
        {columns.map((column) => (
          <td key={column.field} className={CELL}>
            <span aria-hidden="true" className="text-sm text-muted sm:hidden">
              {column.head}
            </span>
            <GridField
              rowKey={row.id}
              column={column}
              label={isLast ? grid.newCell(column.head) : grid.cell(column.head, String(number))}
              text={text[column.field]}
              isWrong={refusals.some((refusal) => refusal.field === column.field)}
              suggestions={column.kind === 'reason' ? suggestions : undefined}
              onType={(typed) => {
                autosave.type(row.id, column.field, typed)
              }}
            />
            {column.field === 'name' && standing !== undefined && <StandingNote standing={standing} />}
          </td>
        ))}
        <td className={`${CELL} px-2`}>
          <RowMark status={status} connection={connection} />
        </td>
        <td className={`${CELL} px-1 py-0.5`}>
          {!isLast && (
            <Button
              variant="quiet"
              className="whitespace-nowrap"
              aria-label={grid.removeRow(text.name === '' ? grid.noName : text.name)}
              onClick={() => {
                onTakeOut(row.id)
              }}
            >
              {grid.remove}
            </Button>
          )}
        </td>
      </tr>
      {refusals.length > 0 && (
        <tr className="max-sm:mb-2 max-sm:block">
          <td colSpan={columns.length + 3} className="border-b border-line px-2 py-1 max-sm:block">
            <RowRefusals
              rowKey={row.id}
              refusals={refusals}
              columns={columns}
              text={text}
              onCorrect={(field, typed) => {
                autosave.type(row.id, field, typed)
                autosave.leave(row.id)
              }}
            />
          </td>
        </tr>
      )}
      {row.draft?.theirs != null && (
        <tr className="max-sm:block">
          <td
            colSpan={columns.length + 3}
            className="border-b border-edge bg-behind-pace-wash p-2 max-sm:block"
          >
            <RowConflict
              mine={row.draft}
              theirs={row.draft.theirs}
              columns={columns}
              onChoose={(whose) => {
                autosave.choose(row.id, whose)
              }}
            />
          </td>
        </tr>
      )}
    </>
  )
})
