'use client'

import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { refusalOf, shown, type EntryCell } from '@/lib/entry/cell'
import { readClipboardTable } from '@/lib/entry/clipboard-table'
import { NARRATIVE_LENGTH } from '@/lib/entry/content'
import { formatNumber } from '@/lib/i18n/format'
import { formatPeriod } from '@/lib/i18n/format-time'
import { entry } from '@/lib/i18n/words/entry'
import type { FormRow } from '@/lib/reporting/form-rows'
import { useAutosave } from './entry-context'
import { usePasting } from './paste-context'

// The length is said only once it begins to matter.
const NEAR_THE_END = NARRATIVE_LENGTH - 500

/** A box for what only people can judge. */
export function NarrativeBox({ cell, id, errorId }: { cell: EntryCell; id: string; errorId: string }) {
  const form = useAutosave()
  const { paste } = usePasting()
  const said = useWords(entry)
  const typed = shown(cell)
  const isWrong = refusalOf(cell) !== null
  return (
    <>
      <TextArea
        id={id}
        data-spot=""
        rows={2}
        aria-describedby={isWrong ? errorId : undefined}
        aria-invalid={isWrong ? true : undefined}
        className={`field-sizing-content max-h-96 min-h-14`}
        value={typed.text}
        onChange={(event) => {
          form.type(cell.key, { ...typed, state: 'narrative', text: event.target.value })
        }}
        onPaste={(event) => {
          // Lines of text are pasted as they are; only cells that stand beside one another are a block.
          const { clipboardData } = event
          const table = readClipboardTable(clipboardData.getData('text/html'), clipboardData.getData('text'))
          if (!table.rows.some((row) => row.length > 1)) return
          event.preventDefault()
          paste(cell.key, table)
        }}
      />
      {typed.text.length > NEAR_THE_END && (
        <p className="text-right text-sm text-muted">
          {said.length(formatNumber(String(typed.text.length)), formatNumber(String(NARRATIVE_LENGTH)))}
        </p>
      )}
    </>
  )
}

/** What was written the last time, to be read or used again. */
export function LastNarrative({
  told,
  cell,
}: {
  told: NonNullable<FormRow['told']>
  cell: EntryCell | undefined
}) {
  const locale = useLocale()
  const said = useWords(entry).told
  const form = useAutosave()
  return (
    <Disclosure summary={said.title(formatPeriod(locale, told.period))} className="text-sm">
      <p className="mb-1 border-l-2 border-line pl-2 whitespace-pre-wrap text-muted">{told.narrative}</p>
      {cell !== undefined && shown(cell).text.trim() === '' && shown(cell).state === 'narrative' && (
        <Button
          onClick={() => {
            form.fill([{ key: cell.key, typed: { ...shown(cell), text: told.narrative } }])
          }}
        >
          {said.reuse}
        </Button>
      )}
    </Disclosure>
  )
}
