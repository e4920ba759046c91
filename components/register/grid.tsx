'use client'

import { useRef } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { gridMove, type GridPlace } from '@/lib/entry/grid-move'
import { isEmptyRow, shownText, type GridRow } from '@/lib/entry/grid-row'
import { isBlock } from '@/lib/entry/pasted-rows'
import type { RowsAutosave, RowsConnection } from '@/lib/entry/rows-autosave'
import { register } from '@/lib/i18n/words/register'
import { ROW_FIELDS, type RowField } from '@/lib/notice/register-columns'
import type { Column } from './columns'
import { fieldId } from './grid-field'
import { GridLine } from './grid-line'
import type { Told } from './told'

type Control = HTMLInputElement | HTMLSelectElement

const isControl = (target: EventTarget): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

const HEAD =
  'sticky top-0 z-20 border-b border-edge bg-sunken px-2 py-1 text-left align-bottom text-sm font-semibold whitespace-nowrap'

/** The rows of a register as a spreadsheet: every cell is a control, and keys move between them. */
export function Grid({
  label,
  rows,
  columns,
  told,
  connection,
  suggestions,
  autosave,
  onTakeOut,
  onBlock,
}: {
  label: string
  /** Those shown; an empty one is the last. */
  rows: readonly GridRow[]
  columns: readonly Column[]
  told: Told
  connection: RowsConnection
  suggestions: string
  autosave: RowsAutosave<Told>
  onTakeOut: (id: string) => void
  /** A block of cells was pasted, beginning in this field. */
  onBlock: (text: string, field: RowField) => void
}) {
  const { grid } = useWords(register)
  /** The column in which a row of Tabs began, and what stood in the field when it was entered. */
  const tabbed = useRef<number | null>(null)
  const entered = useRef('')
  const composed = useRef(-Infinity)
  const fields = columns.map(({ field }) => field)

  const placeOf = (control: Control): GridPlace | null => {
    const field = ROW_FIELDS.find((each) => each === control.dataset.field)
    const id = control.closest('tr')?.dataset.row
    const row = rows.findIndex((each) => each.id === id)
    return field === undefined || row === -1 ? null : { row, column: fields.indexOf(field) }
  }
  const go = ({ row, column }: GridPlace) => {
    const [id, field] = [rows[row]?.id, fields[column]]
    if (id !== undefined && field !== undefined) document.getElementById(fieldId(id, field))?.focus()
  }

  const copyAbove = (at: GridPlace) => {
    const [above, id, field] = [rows[at.row - 1], rows[at.row]?.id, fields[at.column]]
    if (above !== undefined && id !== undefined && field !== undefined) {
      autosave.type(id, field, shownText(above)[field])
    }
  }

  const press = (event: React.KeyboardEvent) => {
    const { target } = event
    const at = isControl(target) ? placeOf(target) : null
    if (at === null || !isControl(target)) return
    // Ctrl+D takes what stands above, as in spreadsheets.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      copyAbove(at)
      return
    }
    if (event.key === 'Tab') {
      tabbed.current ??= at.column
      return
    }
    const isText = target instanceof HTMLInputElement
    const [start, end] = isText ? [target.selectionStart, target.selectionEnd] : [0, 0]
    const isWhole = start === 0 && end === target.value.length
    const move = gridMove(
      {
        key: event.key,
        shift: event.shiftKey,
        command: event.ctrlKey || event.metaKey || event.altKey,
        // Safari reports the Enter that ends a composition just after it has ended.
        composing: event.nativeEvent.isComposing || event.timeStamp - composed.current < 50,
        list: !isText,
        caretAtStart: !isText || isWhole || (start === 0 && end === 0),
        caretAtEnd: !isText || isWhole || (start === target.value.length && end === start),
      },
      at,
      { rows: rows.length, columns: columns.length },
      tabbed.current,
    )
    if (move === null) return
    const [id, field] = [rows[at.row]?.id, fields[at.column]]
    event.preventDefault()
    if (id === undefined || field === undefined) return
    if (move === 'restore') autosave.type(id, field, entered.current)
    else {
      tabbed.current = null
      go(move.to)
    }
  }

  const enter = (event: React.FocusEvent) => {
    if (!isControl(event.target) || placeOf(event.target) === null) return
    entered.current = event.target.value
    if (event.target instanceof HTMLInputElement) event.target.select()
  }

  const paste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const at = isControl(event.target) ? placeOf(event.target) : null
    const field = at === null ? undefined : fields[at.column]
    if (field === undefined || !isBlock(text)) return
    event.preventDefault()
    onBlock(text, field)
  }

  return (
    <div
      role="region"
      aria-label={label}
      className="table-box max-h-[60vh] overflow-auto border border-line bg-paper max-sm:max-h-none"
    >
      {/* The keys and pastes of all cells arrive here. */}
      <table
        aria-label={label}
        onKeyDown={press}
        onFocus={enter}
        onPaste={paste}
        onCompositionEnd={(event) => {
          composed.current = event.timeStamp
        }}
        onMouseDown={() => {
          tabbed.current = null
        }}
        className={`w-full table-fixed border-separate border-spacing-0 max-sm:block ${columns.length > 7 ? 'sm:min-w-[100rem]' : 'sm:min-w-[74rem]'}`}
      >
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className={`${HEAD} w-12`}>
              {grid.number}
            </th>
            {columns.map(({ field, head, className }) => (
              <th key={field} scope="col" className={`${HEAD} ${className}`}>
                {head}
              </th>
            ))}
            <th scope="col" className={`${HEAD} w-36`}>
              {grid.state}
            </th>
            <th scope="col" className={`${HEAD} w-20`}>
              {grid.deed}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row, i) => (
            <GridLine
              key={row.id}
              row={row}
              number={i + 1}
              isLast={i === rows.length - 1 && isEmptyRow(row)}
              columns={columns}
              standing={told.standing.rows[row.id]}
              connection={connection}
              suggestions={suggestions}
              autosave={autosave}
              onTakeOut={onTakeOut}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
