'use client'

import { useState, type ReactNode } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { cellId, cellKey } from '@/lib/entry/cell-id'
import { known, shown, type EntryCell } from '@/lib/entry/cell'
import type { CellContent } from '@/lib/entry/content'
import { amountInWords } from '@/lib/i18n/format-money'
import { inLocale } from '@/lib/i18n/in-locale'
import { common } from '@/lib/i18n/words/common'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import type { FormRow } from '@/lib/reporting/form-rows'
import { AnswerChoice, ReasonFields } from './answer-choice'
import { BesideFigures } from './beside-figures'
import { BreakdownRows } from './breakdown-rows'
import { CellGroup } from './cell-group'
import { CellState, SavedBy } from './cell-state'
import { ConflictChoice } from './conflict-choice'
import { ContentText } from './content-text'
import { CountAnswer } from './count-answer'
import { useCell } from './entry-context'
import { FigureBox } from './figure-box'
import { ROW_GRID } from './layout'
import { LastNarrative, NarrativeBox } from './narrative-box'
import { ResultName } from './result-name'
import { SourceFields, SourceMark } from './source-fields'

/** One result of a quarter: its name, its box, what stands beside it, and how it is saved. */
export function EntryRow({
  row,
  number,
  about,
  register,
  isLimited,
}: {
  row: FormRow
  /** Its place among the nineteen. */
  number: number
  /** Clause, unit and readings, made on the server. */
  about: ReactNode
  /** The address of its register. */
  register: string
  /** Only chosen figures were returned: the others say why they are closed. */
  isLimited: boolean
}) {
  const said = useWords(entry)
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const cell = useCell(cellKey(row.indicator, ''))
  const subject = indicator(row.indicator)
  const name = inLocale(locale, subject)
  const id = cellId(row.indicator)
  const errorId = `${id}-error`
  const content: CellContent | null =
    cell === undefined ? (row.cells[0]?.content ?? { state: 'blank' }) : known(cell)
  const isReturned = row.returned !== null
  const folded = {
    isOpen,
    toggle: () => {
      setOpen(!isOpen)
    },
    id: `${id}-about`,
  }
  return (
    <li
      className={`relative border-b border-line px-2 py-2 ${isReturned ? 'bg-behind-pace-wash before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-behind-pace' : ''}`}
    >
      {isReturned && (
        <p className="mb-1 pl-7" id={`${id}-returned`}>
          <span className="mr-2 font-semibold text-behind-pace">{said.returned}</span>
          {row.returned}
        </p>
      )}
      <div className={ROW_GRID}>
        <ResultName
          subject={subject}
          number={number}
          target={row.beside?.target?.value ?? null}
          htmlFor={cell === undefined || row.kind === 'count' ? undefined : id}
          about={folded}
          source={<SourceMark cell={cell} toggle={folded} />}
        />
        <div className={row.kind === 'qualitative' ? 'lg:col-span-7' : undefined}>
          <Answer {...{ row, cell, name, id, errorId, register, content }} />
        </div>
        {row.beside !== null && row.kind !== 'qualitative' && (
          <BesideFigures
            kind={row.kind}
            value={row.counted?.cumulative ?? (content?.state === 'figure' ? content.value : null)}
            beside={row.beside}
          />
        )}
        <CellState
          cell={cell}
          closed={isLimited ? said.notReturned : null}
          isAnswered={(row.counted?.rows ?? 0) > 0}
          saved={row.cells[0] ?? null}
        />
      </div>
      {cell !== undefined && <ConflictChoice cell={cell} name={name} />}
      <BreakdownRows row={row} whole={content?.state === 'figure' ? content.value : null} />
      <div id={`${id}-about`} hidden={!isOpen} className="mt-2 border-t border-line pt-2">
        {cell !== undefined && <SourceFields cell={cell} name={name} />}
        {about}
        <SavedBy cell={cell} saved={row.cells[0] ?? null} />
      </div>
    </li>
  )
}

interface AnswerProps {
  readonly row: FormRow
  readonly cell: EntryCell | undefined
  readonly name: string
  readonly id: string
  readonly errorId: string
  readonly register: string
  readonly content: CellContent | null
}

function Answer({ row, cell, name, id, errorId, register, content }: AnswerProps) {
  const said = useWords(entry)
  const { unit } = indicator(row.indicator)
  if (row.counted !== null) {
    return <CountAnswer {...{ row, cell, name, id, errorId, register }} counted={row.counted} />
  }
  if (cell === undefined) {
    return (
      <div id={id} tabIndex={-1}>
        {content !== null && <ContentText kind={row.kind} unit={unit} content={content} />}
        <InWords content={content} unit={unit} />
      </div>
    )
  }
  const { state } = shown(cell)
  const isTold = state === 'figure' || state === 'narrative'
  const described = [`${id}-unit`, row.returned === null ? '' : `${id}-returned`].filter(Boolean).join(' ')
  return (
    <CellGroup cell={cell} errorId={errorId}>
      {!isTold && <ReasonFields cell={cell} id={id} errorId={errorId} label={(what) => `${name} ${what}`} />}
      {state === 'narrative' && <NarrativeBox cell={cell} id={id} errorId={errorId} />}
      {state === 'figure' && (
        <div className="flex items-center gap-2">
          <div className="max-w-56 min-w-24 flex-1">
            <FigureBox cell={cell} id={id} describedBy={described} errorId={errorId} />
          </div>
          <Unit id={`${id}-unit`} unit={unit} />
        </div>
      )}
      <div className="mt-0.5 flex flex-wrap items-center justify-between gap-x-2">
        {row.kind === 'growth' ? <InWords content={content} unit={unit} /> : null}
        {row.told === null ? null : <LastNarrative told={row.told} cell={cell} />}
        <AnswerChoice
          cell={cell}
          states={[row.kind === 'growth' ? 'figure' : 'narrative', 'notApplicable', 'notYetAvailable']}
          label={said.box.howOf(name)}
          isQuiet={isTold}
          className={`w-auto! ${isTold ? 'ml-auto' : ''}`}
        />
      </div>
    </CellGroup>
  )
}

function Unit({ id, unit }: { id: string; unit: ReturnType<typeof indicator>['unit'] }) {
  const units = useWords(names).unit
  const shared = useWords(common)
  return (
    <span id={id} className="min-w-8 text-sm text-muted">
      <span className="sr-only">{shared.unitHead('')}</span>
      {units[unit]}
    </span>
  )
}

/** The amount as it is spoken, so that a nought too many is seen at once. */
function InWords({
  content,
  unit,
}: {
  content: CellContent | null
  unit: ReturnType<typeof indicator>['unit']
}) {
  const locale = useLocale()
  const said = useWords(entry).box
  const words = content?.state === 'figure' ? amountInWords(locale, content.value, unit) : undefined
  return words === undefined ? null : (
    <p className="text-sm text-muted">
      <span className="sr-only">{said.inWords} </span>
      {words}
    </p>
  )
}
