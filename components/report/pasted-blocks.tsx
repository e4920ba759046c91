'use client'

import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { shown } from '@/lib/entry/cell'
import { cellId, cellKey } from '@/lib/entry/cell-id'
import type { Change } from '@/lib/entry/fills'
import {
  readPastedFigures,
  type FigureProposal,
  type PasteRefusal,
  type PasteRow,
  type ProposedCell,
} from '@/lib/entry/pasted-figures'
import type { ClipboardTable } from '@/lib/entry/clipboard-table'
import { names } from '@/lib/i18n/words/names'
import { pasting as pastingWords } from '@/lib/i18n/words/pasting'
import { indicator } from '@/lib/notice/indicators'
import type { FormRow } from '@/lib/reporting/form-rows'
import { locales } from '@/lib/values'
import { useAutosave, useLater } from './entry-context'
import { FigureProposalPanel } from './figure-proposal'
import { PasteProvider, usePasting } from './paste-context'

interface Open {
  readonly read: FigureProposal
  /** Where it was pasted, and where one goes on afterwards. */
  readonly start: string
  /** Another paste is another proposal. */
  readonly number: number
}

/** Takes blocks pasted into the form, shows what they were read as, and fills them in as a whole when told to. */
export function PastedBlocks({
  rows,
  period,
  registers,
  children,
}: {
  rows: readonly FormRow[]
  period: string
  /** The address under which the registers are. */
  registers: string
  children: ReactNode
}) {
  const form = useAutosave()
  const [open, setOpen] = useState<Open | null>(null)
  const [last, setLast] = useState<number | PasteRefusal | null>(null)
  const paste = useCallback(
    (start: string, table: ClipboardTable) => {
      const read = readPastedFigures(table, pasteRows(rows, start), start, period)
      setOpen((before) =>
        typeof read === 'string' ? null : { read, start, number: (before?.number ?? 0) + 1 },
      )
      setLast(typeof read === 'string' ? read : null)
    },
    [rows, period],
  )
  const close = (start: string) => {
    setOpen(null)
    const [code = '', part = ''] = start.split('/')
    setTimeout(() => document.getElementById(cellId(code, part))?.focus())
  }
  const commit = (chosen: readonly ProposedCell[]) => {
    const changes = chosen.flatMap(({ key, outcome }): Change[] => {
      const cell = key === null ? undefined : form.state().cells.get(key)
      if (cell === undefined) return []
      if (outcome.kind === 'figure') {
        return [{ key: cell.key, typed: { ...shown(cell), state: 'figure', text: outcome.value } }]
      }
      return outcome.kind === 'narrative'
        ? [{ key: cell.key, typed: { ...shown(cell), state: 'narrative', text: outcome.text } }]
        : []
    })
    form.fill(changes)
    setLast(changes.length)
  }
  const value = useMemo(() => ({ paste, last }), [paste, last])
  return (
    <PasteProvider value={value}>
      {open !== null && (
        <FigureProposalPanel
          key={open.number}
          proposal={open.read}
          rows={rows}
          registers={registers}
          onCommit={(chosen) => {
            commit(chosen)
            close(open.start)
          }}
          onDiscard={() => {
            close(open.start)
          }}
        />
      )}
      {children}
    </PasteProvider>
  )
}

/** How much the last paste filled in, as long as it can be taken back as a whole; or why nothing was. */
export function PasteResult() {
  const said = useWords(pastingWords)
  const { last } = usePasting()
  const undoable = useLater((_, form) => form.undoable())
  if (last === null) return null
  if (typeof last === 'string') return <span className="text-danger">{said[last]}</span>
  return undoable === 0 ? null : <span>{said.done(last)}</span>
}

/**
 * The cells of the form; results without one keep their line, so that a copied column stays in step. What is pasted into a
 * part of a figure goes to the parts of that figure, and to nothing else.
 */
function pasteRows(rows: readonly FormRow[], start: string): PasteRow[] {
  for (const { indicator: code, parts, isEditable } of rows) {
    const own = parts.map(({ part }) => ({ key: cellKey(code, part), part }))
    if (own.some(({ key }) => key === start)) {
      return own.map(({ key, part }) => ({
        code: key,
        names: locales.map((each) => names[each].part[part]),
        kind: 'growth',
        unit: indicator(code).unit,
        isEditable,
        keys: [key],
      }))
    }
  }
  return rows.map(({ indicator: code, kind, isEditable, cells, counted }) => {
    const { zh, en, unit } = indicator(code)
    // Beside rows of its register a count says nothing of its own.
    const isFree = isEditable && (counted === null || counted.rows === 0)
    const keys = cells.map(({ part }) => (isFree ? cellKey(code, part) : null))
    return { code, names: [zh, en], kind, unit, isEditable, keys }
  })
}
