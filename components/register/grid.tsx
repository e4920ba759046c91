'use client'

import { useCallback, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import type { GridPlace } from '@/lib/entry/grid-move'
import { sheetMove, type SheetMode } from '@/lib/entry/sheet-move'
import { shownText, type GridRow } from '@/lib/entry/grid-row'
import { isBlock } from '@/lib/entry/pasted-rows'
import type { View } from '@/lib/entry/register-view'
import type { RowField } from '@/lib/notice/register-columns'
import type { RowsAutosave } from '@/lib/entry/rows-autosave'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import { GridBody, type Lines } from './grid-body'
import { GridHead, NUMBER_WIDTH, SIGNS_WIDTH, widthOf } from './grid-head'
import { LINE_HEIGHT } from './grid-line'
import type { Told } from './told'
import { useCellFocus } from './use-cell-focus'
import { useLines } from './use-lines'
import { useWide } from './use-wide'

type Editing = Pick<RowsAutosave<Told>, 'type' | 'leave' | 'settle'>

/** What others may ask of a grid. */
export interface GridHandle {
  /** Goes to the first cell of a row. */
  readonly goTo: (id: string) => void
}

const isControl = (target: unknown): target is HTMLInputElement | HTMLSelectElement =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement

/**
 * The rows of a register as a spreadsheet, of which only those in sight are drawn; on paper all. The cell where a person is
 * holds a control, the others text.
 */
export function Grid({
  ref,
  label,
  editing = null,
  sort,
  onSort,
  onUndo,
  onBlock,
  panel,
  ...lines
}: Lines & {
  ref?: Ref<GridHandle>
  label: string
  /** Null where the rows are only read. */
  editing?: Editing | null
  sort: View['sort']
  onSort: (field: RowField) => void
  /** Takes the last change back; the row where that was, if it was in one. */
  onUndo?: () => string | null
  /** A block of cells was pasted, beginning in this field. */
  onBlock?: (text: string, field: RowField) => void
  /** What is said at length about the row where the person is; undefined where no row is shown. */
  panel: (row: GridRow | undefined, number: number) => ReactNode
}) {
  const { rows, columns, open = null } = lines
  const { none } = useWords(registerGrid)
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<GridPlace & { readonly id: string | null }>({
    id: null,
    row: 0,
    column: 0,
  })
  const [mode, setMode] = useState<SheetMode>('moving')
  /** The column in which a row of Tabs began, and what stood in the cell when it was entered. */
  const tabbed = useRef<number | null>(null)
  const entered = useRef('')
  const composed = useRef(-Infinity)
  const lineOf = (id: string | null): number =>
    rows[place.row]?.id === id ? place.row : rows.findIndex((row) => row.id === id)
  const line = lineOf(place.id)
  const at = {
    row: line === -1 ? Math.min(place.row, Math.max(rows.length - 1, 0)) : line,
    column: Math.min(place.column, columns.length - 1),
  }
  const here = rows[at.row]
  const isShut = editing === null || (here !== undefined && open?.includes(here.id) === false)

  const { drawn, isWhole, bringIn } = useLines(box, rows.length, at.row, LINE_HEIGHT)

  useWide(box)

  const isEdited = editing !== null
  const isMovedRef = useCellFocus(box, place, isEdited)

  const go = (to: GridPlace) => {
    const row = rows[to.row]
    if (row === undefined) return
    const isSame = to.row === at.row && to.column === at.column
    if (here !== undefined && (row.id !== here.id || isSame)) editing?.leave(here.id)
    else editing?.settle()
    isMovedRef.current = true
    // What has the focus when it goes costs a browser a layout of its own; and what is drawn for another row gets it anew.
    const { activeElement } = document
    if (!isSame && activeElement instanceof HTMLElement && box.current?.contains(activeElement) === true)
      activeElement.blur()
    bringIn(to.row)
    setMode('moving')
    setPlace({ ...to, id: row.id })
  }

  useImperativeHandle(ref, () => ({
    goTo: (id) => {
      go({ row: lineOf(id), column: 0 })
    },
  }))

  const onType = useCallback(
    (id: string, field: RowField, text: string) => {
      setMode((now) => (now === 'moving' ? 'typing' : now))
      editing?.type(id, field, text)
    },
    [editing],
  )

  const press = (event: React.KeyboardEvent) => {
    const { target } = event
    const field = columns[at.column]?.field
    if (!(target instanceof HTMLElement) || target.closest('tbody') === null) return
    if (here === undefined || field === undefined) return
    const move = sheetMove(
      {
        key: event.key,
        shift: event.shiftKey,
        control: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        // Safari reports the Enter that ends a composition just after it has ended.
        composing: event.nativeEvent.isComposing || event.timeStamp - composed.current < 50,
      },
      at,
      { rows: rows.length, columns: columns.length, page: pageOf(box.current) },
      mode,
      tabbed.current,
    )
    if (move === null) return
    if (isShut && typeof move === 'string') return
    event.preventDefault()
    if (event.key === 'Tab') tabbed.current ??= at.column
    else tabbed.current = null
    if (move === 'restore') {
      editing?.type(here.id, field, entered.current)
      setMode('moving')
      if (target instanceof HTMLInputElement) setTimeout(target.select.bind(target))
    } else if (move === 'caret') {
      setMode('caret')
      if (target instanceof HTMLInputElement)
        target.setSelectionRange(target.value.length, target.value.length)
    } else if (move === 'undo') {
      const row = lineOf(onUndo?.() ?? null)
      go(row === -1 ? at : { ...at, row })
    } else if (move === 'above') {
      const above = rows[at.row - 1]
      if (above !== undefined) editing?.type(here.id, field, shownText(above)[field])
    } else go(move.to)
  }

  const point = (event: React.MouseEvent) => {
    const { target } = event
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column], [data-files]') : null
    const row = lineOf(cell?.closest('tr')?.dataset.row ?? null)
    if (cell === null || row === -1) return
    tabbed.current = null
    if (isControl(target) && target === document.activeElement) setMode('caret')
    else if (!isControl(target) || target instanceof HTMLInputElement) {
      event.preventDefault()
      go({ row, column: Number(cell.dataset.column ?? at.column) })
    }
  }

  const paste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    const field = columns[at.column]?.field
    if (field === undefined || onBlock === undefined || !isBlock(text)) return
    event.preventDefault()
    onBlock(text, field)
  }

  return (
    <>
      <div
        ref={box}
        className="table-box register-grid relative max-h-[60vh] overflow-auto border border-line bg-paper"
      >
        {/* The keys and pastes of all cells arrive here. */}
        <table
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-readonly={!isEdited}
          onKeyDown={press}
          onMouseDown={point}
          onPaste={paste}
          onFocus={({ target }) => {
            if (!isControl(target)) return
            entered.current = target.value
            if (target instanceof HTMLInputElement) target.select()
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (isMovedRef.current || currentTarget.contains(relatedTarget)) return
            if (here !== undefined) editing?.leave(here.id)
            setMode('moving')
          }}
          onCompositionEnd={(event) => {
            composed.current = event.timeStamp
          }}
          style={{
            width: columns.reduce((sum, column) => sum + widthOf(column), NUMBER_WIDTH + SIGNS_WIDTH),
          }}
          className="min-w-full table-fixed border-separate border-spacing-0 print:!w-full print:table-auto"
        >
          <GridHead columns={columns} sort={sort} onSort={onSort} />
          <GridBody
            lines={lines}
            drawn={drawn}
            isWhole={isWhole}
            at={at}
            onType={editing === null ? undefined : onType}
          />
        </table>
        {editing === null && rows.length === 0 && <p className="p-2 text-muted">{none}</p>}
      </div>
      {panel(here, at.row + 1)}
    </>
  )
}

/** How many rows are in sight. */
const pageOf = (box: HTMLElement | null): number =>
  Math.max(1, Math.floor((box?.clientHeight ?? 0) / LINE_HEIGHT) - 2)
