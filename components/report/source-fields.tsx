'use client'

import { TextInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { shown, type EntryCell } from '@/lib/entry/cell'
import { SOURCE_LENGTH, type Source } from '@/lib/entry/content'
import { isSuggested } from '@/lib/entry/suggested-source'
import { formatPeriod } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import { isQuarter, isYear } from '@/lib/values'
import { useAutosave, useCell, useCellLater } from './entry-context'

/**
 * Which office supplied a figure and by which document, in the folded part of its row: they are part of the answer, saved and
 * taken back with it, and never stand in the way from figure to figure.
 */
export function SourceFields({ cellKey, name }: { cellKey: string; name: string }) {
  const cell = useCell(cellKey)
  return cell === undefined ? null : <Fields cell={cell} name={name} />
}

function Fields({ cell, name }: { cell: EntryCell; name: string }) {
  const form = useAutosave()
  const locale = useLocale()
  const said = useWords(entry).source
  const typed = shown(cell)
  const { office, document }: Source = typed.source ?? { office: '', document: '' }
  const { suggested } = cell
  const isOffered = suggested !== undefined && isSuggested(cell)
  const period = suggested?.period ?? ''
  const hintId = `source-hint-${cell.indicator}`
  const say = (source: Source) => {
    form.type(cell.key, { ...typed, source })
  }
  return (
    <div
      className="mb-2 flex flex-wrap items-end gap-x-4 gap-y-1"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) form.leave(cell.key)
      }}
    >
      <label className="block grow basis-56">
        <span className="text-sm text-muted">
          {said.office}
          <span className="sr-only"> {name}</span>
        </span>
        <TextInput
          value={office}
          maxLength={SOURCE_LENGTH}
          aria-describedby={isOffered ? hintId : undefined}
          className={isOffered && office !== '' ? 'border-dashed! italic' : ''}
          onChange={(event) => {
            say({ office: event.target.value, document })
          }}
        />
      </label>
      <label className="block grow basis-56">
        <span className="text-sm text-muted">
          {said.document}
          <span className="sr-only"> {name}</span>
        </span>
        <TextInput
          value={document}
          maxLength={SOURCE_LENGTH}
          onChange={(event) => {
            say({ office, document: event.target.value })
          }}
        />
      </label>
      {isOffered && (isQuarter(period) || isYear(period)) && (
        <p id={hintId} className="basis-full text-sm text-muted italic">
          {said.suggested(suggested.office, formatPeriod(locale, period))}
        </p>
      )}
    </div>
  )
}

/** Beside the name of a result: who supplies it, and whether that is only suggested so far. Opens the fields. */
export function SourceMark({
  cellKey,
  toggle,
}: {
  cellKey: string
  toggle: { readonly isOpen: boolean; readonly toggle: () => void; readonly id: string }
}) {
  const said = useWords(entry).source
  const cell = useCellLater(cellKey)
  if (cell === undefined) return null
  const isOffered = isSuggested(cell)
  const office = shown(cell).source?.office ?? (isOffered ? cell.suggested?.office : undefined) ?? ''
  return (
    <button
      type="button"
      aria-expanded={toggle.isOpen}
      aria-controls={toggle.id}
      onClick={toggle.toggle}
      title={office}
      className={`min-h-6 max-w-52 cursor-pointer truncate text-sm text-accent underline underline-offset-4 print:hidden ${isOffered && office !== '' ? 'decoration-dashed italic' : ''}`}
    >
      {office === '' ? said.none : isOffered ? said.maybe(office) : said.from(office)}
    </button>
  )
}
