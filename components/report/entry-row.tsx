'use client'

import { useState, type ReactNode } from 'react'
import { EvidenceMark } from '@/components/evidence/evidence-mark'
import { EvidencePanel } from '@/components/evidence/evidence-panel'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { cellId, cellKey } from '@/lib/entry/cell-id'
import { shown } from '@/lib/entry/cell'
import { amountInWords } from '@/lib/i18n/format-money'
import { inLocale } from '@/lib/i18n/in-locale'
import { common } from '@/lib/i18n/words/common'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import type { Beside, FormRow } from '@/lib/reporting/form-rows'
import { AnswerChoice, ReasonFields } from './answer-choice'
import { BesideFigures } from './beside-figures'
import { BreakdownRows, PartsMark } from './breakdown-rows'
import { CellGroup } from './cell-group'
import { CellState, SavedBy } from './cell-state'
import { ConflictChoice } from './conflict-choice'
import { ContentText } from './content-text'
import { CountAnswer } from './count-answer'
import { useCell, useFigureLater, useForm } from './entry-context'
import { FigureBox } from './figure-box'
import { ROW_GRID } from './layout'
import { LastNarrative, NarrativeBox } from './narrative-box'
import { RegisterLink } from './register-link'
import { ResultName } from './result-name'
import { SourceFields, SourceMark } from './source-fields'

const STATES = {
  growth: ['figure', 'notApplicable', 'notYetAvailable'],
  qualitative: ['narrative', 'notApplicable', 'notYetAvailable'],
} as const

/**
 * One result of a quarter: its name, its box, what stands beside it, and how it is saved. Each of these looks at the form by
 * itself, so that a key draws the box anew and little else.
 */
export function EntryRow({
  row,
  number,
  about,
  talk,
  register,
  isLimited,
}: {
  row: FormRow
  /** Its place among the nineteen. */
  number: number
  /** Clause, unit and readings, made on the server. */
  about: ReactNode
  /** What reviewers asked beside it, and the city answered; undefined where nothing was. */
  talk: ReactNode
  /** The address of its register. */
  register: string
  /** Only chosen figures were returned: the others say why they are closed. */
  isLimited: boolean
}) {
  const said = useWords(entry)
  const locale = useLocale()
  const key = cellKey(row.indicator, '')
  const id = cellId(row.indicator)
  const folded = { ...useFold(), id: `${id}-about` }
  const parts = useFold()
  const proofs = { ...useFold(), id: `${id}-evidence` }
  const place = { indicator: row.indicator, kind: 'figure', target: '' } as const
  const isEditable = useForm(({ cells }) => cells.has(key))
  const subject = indicator(row.indicator)
  const name = inLocale(locale, subject)
  const isReturned = row.returned !== null || row.returnedRows.length > 0
  return (
    <li
      className={`relative contain-content border-b border-line px-2 py-1 ${isReturned ? 'bg-behind-pace-wash before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-behind-pace' : ''}`}
    >
      {isReturned && (
        <p className="mb-1 pl-7" id={`${id}-returned`}>
          <span className="mr-2 font-semibold text-behind-pace">{said.returned}</span>
          {row.returned}
        </p>
      )}
      {row.returnedRows.map(({ id: rowId, name: rowName, reason }) => (
        <p key={rowId} className="mb-1 pl-7">
          <a href={`${register}#row-${rowId}`} className="mr-2 font-semibold text-behind-pace">
            {said.returnedRow(rowName)}
          </a>
          {reason}
        </p>
      ))}
      <div className={ROW_GRID}>
        <ResultName
          subject={subject}
          number={number}
          target={row.beside?.target?.value ?? null}
          htmlFor={!isEditable || row.kind === 'count' ? undefined : id}
          about={folded}
        />
        <div className={row.kind === 'qualitative' ? 'lg:col-span-7' : undefined}>
          <Answer {...{ row, name, id, register }}>
            <SourceMark cellKey={key} toggle={folded} />
            <PartsMark row={row} folded={parts} />
            {row.listed !== null && <RegisterLink {...{ name, register }} rows={row.listed} />}
            <EvidenceMark place={place} name={name} panel={proofs} />
          </Answer>
        </div>
        {row.beside !== null && row.kind !== 'qualitative' && (
          <LiveBeside row={row} kind={row.kind} beside={row.beside} />
        )}
        <CellState
          cellKey={key}
          closed={isLimited ? said.notReturned : null}
          isAnswered={(row.counted?.rows ?? 0) > 0}
          saved={row.cells[0] ?? null}
        />
      </div>
      {talk !== undefined && <div className="mb-1 pl-7">{talk}</div>}
      <ConflictChoice cellKey={key} name={name} />
      <BreakdownRows row={row} folded={parts} />
      <EvidencePanel {...proofs} place={place} name={name} isEditable={row.isEditable} />
      <div id={folded.id} hidden={!folded.isOpen} className="mt-2 border-t border-line pt-2">
        {folded.isOpen && <SourceFields cellKey={key} name={name} />}
        {about}
        <SavedBy cellKey={key} saved={row.cells[0] ?? null} />
      </div>
    </li>
  )
}

/** Something of a row that is folded away. */
function useFold(): { readonly isOpen: boolean; readonly toggle: () => void } {
  const [isOpen, setOpen] = useState(false)
  return {
    isOpen,
    toggle: () => {
      setOpen(!isOpen)
    },
  }
}

function LiveBeside({ row, ...rest }: { row: FormRow; kind: 'growth' | 'count'; beside: Beside }) {
  const value = useFigureLater(row)
  return <BesideFigures {...rest} value={row.counted?.cumulative ?? value} />
}

interface AnswerProps {
  readonly row: FormRow
  readonly name: string
  readonly id: string
  readonly register: string
  /** Who supplies it, and the way to its parts. */
  readonly children: ReactNode
}

function Answer({ row, name, id, register, children }: AnswerProps) {
  const said = useWords(entry)
  const cell = useCell(cellKey(row.indicator, ''))
  const { unit } = indicator(row.indicator)
  const errorId = `${id}-error`
  if (row.counted !== null || row.kind === 'count') {
    return row.counted === null ? null : (
      <CountAnswer {...{ row, name, id, errorId, register }} counted={row.counted}>
        {children}
      </CountAnswer>
    )
  }
  if (cell === undefined) {
    return (
      <div id={id} tabIndex={-1}>
        <ContentText kind={row.kind} unit={unit} content={row.cells[0]?.content ?? { state: 'blank' }} />
        <InWords row={row} />
      </div>
    )
  }
  const { state } = shown(cell)
  const isTold = state === 'figure' || state === 'narrative'
  const described = [`${id}-unit`, row.returned === null ? '' : `${id}-returned`].filter(Boolean).join(' ')
  return (
    <CellGroup cell={cell} errorId={errorId}>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
        {state === 'figure' && (
          <div className="max-w-56 min-w-24 flex-1">
            <FigureBox cell={cell} id={id} describedBy={described} errorId={errorId} />
          </div>
        )}
        {state === 'figure' && <Unit id={`${id}-unit`} unit={unit} />}
        {state !== 'figure' && (
          <div className="basis-full">
            {state === 'narrative' ? (
              <NarrativeBox cell={cell} id={id} errorId={errorId} />
            ) : (
              <ReasonFields cell={cell} id={id} errorId={errorId} label={(what) => `${name} ${what}`} />
            )}
          </div>
        )}
        {row.told !== null && <LastNarrative told={row.told} cell={cell} />}
        {state !== 'figure' && children}
        <AnswerChoice
          cellKey={cell.key}
          kind={row.kind}
          state={state}
          states={STATES[row.kind]}
          label={said.box.howOf(name)}
          isQuiet={isTold}
          className={`w-auto! ${isTold ? 'ml-auto' : ''}`}
        />
      </div>
      {state === 'figure' && (
        <div className="flex flex-wrap items-baseline gap-x-3">
          <InWords row={row} />
          {children}
        </div>
      )}
    </CellGroup>
  )
}

function Unit({ id, unit }: { id: string; unit: ReturnType<typeof indicator>['unit'] }) {
  const units = useWords(names).unit
  const shared = useWords(common)
  return (
    <span id={id} className="text-sm whitespace-nowrap text-muted">
      <span className="sr-only">{shared.unitHead('')}</span>
      {units[unit]}
    </span>
  )
}

/** The amount as it is spoken, so that a nought too many is seen at once. */
function InWords({ row }: { row: FormRow }) {
  const locale = useLocale()
  const said = useWords(entry).box
  const value = useFigureLater(row)
  const words = value === null ? undefined : amountInWords(locale, value, indicator(row.indicator).unit)
  return words === undefined ? null : (
    <p className="text-sm text-muted">
      <span className="sr-only">{said.inWords} </span>
      {words}
    </p>
  )
}
