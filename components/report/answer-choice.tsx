'use client'

import { memo } from 'react'
import { Select, TextInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { refusalOf, shown, type EntryCell } from '@/lib/entry/cell'
import type { CellContent, CellKind } from '@/lib/entry/content'
import { entry } from '@/lib/i18n/words/entry'
import { useAutosave } from './entry-context'

type State = CellContent['state']

/** How a cell is answered: a figure or a narrative, or why there is none. */
export const AnswerChoice = memo(function AnswerChoice({
  cellKey,
  kind,
  state,
  states,
  label,
  id,
  isQuiet = false,
  className = '',
}: {
  cellKey: string
  kind: CellKind
  /** How it is answered now. */
  state: State
  states: readonly State[]
  label: string
  id?: string
  /** Beside a box that is the usual answer. */
  isQuiet?: boolean
  className?: string
}) {
  const form = useAutosave()
  const said = useWords(entry).box
  const names: Readonly<Record<State, string>> = {
    figure: kind === 'count' ? said.none : said.figure,
    narrative: said.narrative,
    notApplicable: said.notApplicable,
    notYetAvailable: said.notYetAvailable,
    blank: said.blank,
  }
  return (
    <Select
      id={id}
      aria-label={label}
      className={`${isQuiet ? 'field-sizing-content min-h-6! border-transparent! bg-transparent! px-0! py-0! text-sm text-muted! hover:border-edge!' : ''} ${className}`}
      value={state}
      onChange={(event) => {
        const cell = form.state().cells.get(cellKey)
        const chosen = states.find((each) => each === event.target.value)
        if (cell === undefined || chosen === undefined) return
        const typed = shown(cell)
        // The only figure of a count is zero: none this quarter.
        const text = kind === 'count' && chosen === 'figure' ? '0' : typed.text
        form.type(cellKey, { ...typed, state: chosen, text })
      }}
    >
      {states.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </Select>
  )
})

/** Why there is no figure, and when there will be one. */
export function ReasonFields({
  cell,
  id,
  errorId,
  label,
}: {
  cell: EntryCell
  /** Of the reason, which takes the place of the box. */
  id: string
  errorId: string
  /** The name of the result, said before what is asked. */
  label: (what: string) => string
}) {
  const form = useAutosave()
  const said = useWords(entry).box
  const typed = shown(cell)
  const refusal = refusalOf(cell)
  const isYet = typed.state === 'notYetAvailable'
  const isDateWrong = refusal?.code === 'dateWrong'
  return (
    <div className="flex flex-wrap gap-2">
      <TextInput
        id={id}
        data-spot=""
        aria-label={label(said.reason)}
        aria-describedby={refusal !== null && !isDateWrong ? errorId : undefined}
        aria-invalid={refusal !== null && !isDateWrong ? true : undefined}
        placeholder={isYet ? said.reasonNotYet : said.reasonNotApplicable}
        className={`min-w-32 flex-1`}
        onFocus={(event) => {
          event.currentTarget.select()
        }}
        value={typed.reason}
        onChange={(event) => {
          form.type(cell.key, { ...typed, reason: event.target.value })
        }}
      />
      {isYet && (
        <TextInput
          type="date"
          min="2020-01-01"
          max="2100-12-31"
          aria-label={label(said.expectedOn)}
          title={said.expectedOn}
          aria-describedby={isDateWrong ? errorId : undefined}
          aria-invalid={isDateWrong ? true : undefined}
          className={`w-36!`}
          onFocus={(event) => {
            event.currentTarget.select()
          }}
          value={typed.expectedOn}
          onChange={(event) => {
            form.type(cell.key, { ...typed, expectedOn: event.target.value })
          }}
        />
      )}
    </div>
  )
}
