'use client'

import { useCallback, useDeferredValue, useId, useMemo, useRef } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { isEmptyRow, isTakenOut, shownText } from '@/lib/entry/grid-row'
import { readPasted } from '@/lib/entry/pasted-rows'
import type { RowRules } from '@/lib/entry/row-content'
import { columnHead } from '@/lib/i18n/register-text'
import { register } from '@/lib/i18n/words/register'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RegisterIndicator } from '@/lib/notice/indicator-types'
import type { RowField } from '@/lib/notice/register-columns'
import type { RegisterGoal } from '@/lib/registers/read-register'
import type { EarlierEntity } from '@/lib/rules/register-standing'
import { columnsOf } from './columns'
import { ConnectionNotice } from './connection-notice'
import { EarlierList } from './earlier-list'
import { Grid, type GridHandle } from './grid'
import { KeptRowsNotice } from './kept-rows-notice'
import { LackingNote } from './lacking-note'
import { NoneThisQuarter, type NoneAction } from './none-this-quarter'
import { PasteBox } from './paste-box'
import { PasteProgress } from './paste-progress'
import { PasteProposal } from './paste-proposal'
import { pastedNames } from './pasted-names'
import { RegisterFigures } from './register-figures'
import { RowPanel } from './row-panel'
import { SaveBar } from './save-bar'
import { TakenOut } from './taken-out'
import type { Told } from './told'
import { useRowDeeds } from './use-row-deeds'
import { useRows } from './use-rows'
import { useView } from './use-view'
import { ViewBar } from './view-bar'
import { WithdrawRow, type WithdrawAction } from './withdraw-row'

interface Props {
  readonly city: string
  readonly period: string
  /** The address of the register, under which its rows are sent and files of them made. */
  readonly address: string
  /** The beginning of the names under which the browser keeps rows of this register. */
  readonly keepers: string
  readonly keeper: string
  /** Of the report: rows typed for another one are only proposed. */
  readonly version: number
  readonly label: string
  readonly indicator: RegisterIndicator
  readonly rules: RowRules
  /** The rows as the server packed them. */
  readonly rows: string
  readonly isNew: boolean
  /** Ids of the only rows that were returned; null where the whole register may be changed. */
  readonly open: readonly string[] | null
  readonly told: Told
  /** Null where nothing is counted. */
  readonly floor: RegisterGoal | null
  readonly target: RegisterGoal | null
  readonly earlier: readonly EarlierEntity[]
  readonly reportHref: string
  readonly declareNone: NoneAction
  /** Ids of rows that stand in a submitted version: withdrawn with a reason, never taken out. */
  readonly submitted: readonly string[]
  readonly withdraw: WithdrawAction
}

/** A register to be filled in: its number, its rows, what was pasted, taken out and counted before. */
export function RegisterDesk(props: Props) {
  const { indicator, rules, label, earlier, address, open } = props
  const locale = useLocale()
  const said = useWords(register)
  const { keys } = useWords(registerGrid)
  const { state, autosave, paste, pasteState } = useRows(props)
  const grid = useRef<GridHandle>(null)
  const suggestions = useId()
  // The same array as long as it says the same, so that only the row being typed into is drawn anew.
  const columns = useMemo(() => columnsOf(locale, indicator.code), [locale, indicator.code])
  const { standing, declaration } = state.told
  const { view, setView, shown } = useView(state.rows, standing.rows, columns, locale)

  const entered = useMemo(
    () => state.rows.filter((row) => !isTakenOut(row) && !isEmptyRow(row)),
    [state.rows],
  )
  // What is pointed out of all rows need not keep up with every key.
  const later = useDeferredValue(entered)
  const out = useMemo(() => state.rows.filter((row) => isTakenOut(row)), [state.rows])
  const known = useMemo(
    () =>
      pasteState.proposal === null
        ? new Set<string>()
        : new Set(entered.map((row) => shownText(row).creditCode)),
    [pasteState.proposal, entered],
  )
  const { deeds, putBack, undo, lastOut, news, withdrawing, withdrawn } = useRowDeeds({
    autosave,
    paste,
    submitted: props.submitted,
    grid,
  })
  const propose = useCallback(
    (text: string, start: RowField) => {
      paste.propose(readPasted(text, columns, start, pastedNames), start)
    },
    [columns, paste],
  )
  const proposeFromBox = useCallback(
    (text: string) => {
      propose(text, 'name')
    },
    [propose],
  )
  return (
    <>
      <RegisterFigures standing={standing} unit={indicator.unit} floor={props.floor} target={props.target} />
      <ConnectionNotice state={state} onRetry={autosave.retry} />
      {indicator.kind === 'count' && open === null && (
        <NoneThisQuarter
          city={props.city}
          period={props.period}
          indicator={indicator.code}
          declaration={declaration}
          hasRows={entered.length > 0}
          action={props.declareNone}
        />
      )}
      <KeptRowsNotice
        code={indicator.code}
        register={props.keepers}
        inHand={props.keeper}
        onFill={(rows) => {
          autosave.fillKept(rows)
        }}
      />
      {pasteState.proposal !== null && pasteState.entering === null && (
        <PasteProposal
          proposal={pasteState.proposal}
          isKept={pasteState.isKept}
          columns={columns}
          rules={rules}
          known={known}
          onCommit={() => {
            paste.commit()
          }}
          onDiscard={() => {
            paste.discard()
          }}
        />
      )}
      <PasteProgress
        state={pasteState}
        onStop={() => {
          paste.stop()
        }}
        onUndo={(ids) => {
          autosave.takeOut(ids)
          paste.discard()
        }}
      />
      {entered.length > 0 && (
        <ViewBar
          view={view}
          rows={entered}
          columns={columns}
          shown={shown.filter((row) => !isEmptyRow(row)).length}
          all={entered.length}
          fileUrl={`${address}/export`}
          onView={setView}
        />
      )}
      <LackingNote rows={later} columns={columns} />
      <datalist id={suggestions}>
        {Object.values(said.noCodeReasons).map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <Grid
        ref={grid}
        label={label}
        rows={open === null ? shown : shown.filter((row) => !isEmptyRow(row))}
        open={open}
        columns={columns}
        standings={standing.rows}
        connection={state.connection}
        suggestions={suggestions}
        editing={autosave}
        sort={view.sort}
        onSort={(field) => {
          const isAscending = view.sort?.field === field && !view.sort.descending
          const isDescending = view.sort?.field === field && view.sort.descending
          setView({ ...view, sort: isDescending ? null : { field, descending: isAscending } })
        }}
        onUndo={undo}
        {...(open === null && { onBlock: propose })}
        panel={(row, number) => (
          <div className="sticky bottom-0 z-40 max-h-[45vh] overflow-auto print:hidden">
            {row !== undefined && (
              <RowPanel
                row={row}
                number={number}
                columns={columns}
                standing={standing.rows[row.id]}
                historyUrl={`${address}/rows`}
                {...(open?.includes(row.id) !== false && { deeds })}
              />
            )}
            {row !== undefined && row.id === withdrawing && (
              <WithdrawRow
                key={row.id}
                row={row}
                city={props.city}
                period={props.period}
                indicator={indicator.code}
                action={props.withdraw}
                onDone={withdrawn}
              />
            )}
            <SaveBar
              state={state}
              news={news}
              lastOut={out.find(({ id }) => id === lastOut) ?? null}
              onPutBack={putBack}
              onAdd={() => {
                grid.current?.goTo(state.rows.at(-1)?.id ?? '')
              }}
              reportHref={props.reportHref}
            />
          </div>
        )}
      />
      <p className="text-sm text-muted max-sm:hidden print:hidden">{keys}</p>
      {open === null && <PasteBox onRead={proposeFromBox} />}
      <TakenOut rows={out} onPutBack={putBack} />
      <EarlierList
        earlier={earlier}
        nameHead={columnHead(locale, indicator.code, 'name')}
        filter={view.text}
      />
    </>
  )
}
