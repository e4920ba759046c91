'use client'

import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { shown } from '@/lib/entry/cell'
import { cellKey } from '@/lib/entry/cell-id'
import {
  readPastedFigures,
  type PastedFigures,
  type PasteRefusal,
  type PasteRow,
} from '@/lib/entry/pasted-figures'
import { formatPeriod } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import type { FormRow } from '@/lib/reporting/form-rows'
import { isQuarter, isYear, locales } from '@/lib/values'
import { useAutosave, useFormState } from './entry-context'
import { PasteProvider, usePasting } from './paste-context'

/** Takes blocks pasted into a number box, fills them in as a whole, and says how they were matched. */
export function PastedBlocks({
  rows,
  period,
  children,
}: {
  rows: readonly FormRow[]
  period: string
  children: ReactNode
}) {
  const form = useAutosave()
  const [last, setLast] = useState<PastedFigures | PasteRefusal | null>(null)
  const paste = useCallback(
    (start: string, text: string) => {
      const pasted = readPastedFigures(text, pasteRows(rows, start), start, headsOf(period))
      setLast(pasted)
      if (typeof pasted === 'string') return
      form.fill(
        pasted.cells.flatMap(({ key, text: figure }) => {
          const cell = form.state().cells.get(key)
          return cell === undefined ? [] : [{ key, typed: { ...shown(cell), state: 'figure', text: figure } }]
        }),
      )
    },
    [form, rows, period],
  )
  const pasting = useMemo(() => ({ paste, last }), [paste, last])
  return <PasteProvider value={pasting}>{children}</PasteProvider>
}

/** How the last paste was matched, as long as it can be taken back as a whole; or why nothing was filled in. */
export function PasteResult() {
  const said = useWords(entry).paste
  const form = useAutosave()
  const { last } = usePasting()
  useFormState()
  if (last === null) return null
  if (typeof last === 'string') return <span className="text-danger">{said[last]}</span>
  if (form.undoable() === 0) return null
  return (
    <span>
      {last.by === 'name' ? said.byName(last.cells.length) : said.byPosition(last.cells.length)}{' '}
      {last.ignored > 0 && said.ignored(last.ignored)}
    </span>
  )
}

/**
 * The number boxes of the form; results without one keep their line, so that a copied column stays in step. What is pasted
 * into a part of a figure goes to the parts of that figure, and to nothing else.
 */
function pasteRows(rows: readonly FormRow[], start: string): PasteRow[] {
  for (const { indicator: code, parts } of rows) {
    const own = parts.map(({ part }) => ({ key: cellKey(code, part), part }))
    if (own.some(({ key }) => key === start)) {
      return own.map(({ key, part }) => ({
        names: locales.map((each) => names[each].part[part]),
        keys: [key],
      }))
    }
  }
  return rows.map(({ indicator: code, kind, isEditable, cells }) => {
    const { zh, en } = indicator(code)
    const keys = cells.map(({ part }) => (kind === 'growth' && isEditable ? cellKey(code, part) : null))
    return { names: [code, zh, en], keys }
  })
}

/** What the column of this period may be called. */
function headsOf(period: string): readonly string[] {
  const inWords =
    isQuarter(period) || isYear(period) ? locales.map((locale) => formatPeriod(locale, period)) : []
  const called = locales.flatMap((locale) => [
    entry[locale].column.figure,
    ...Object.values(entry[locale].paste.heads),
  ])
  return [period, ...inWords, ...called]
}
