'use client'

import { useCallback, useId, useMemo, useRef } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { fieldShown, isEmptyRow, isTakenOut } from '@/lib/entry/grid-row'
import type { KeptRow } from '@/lib/entry/kept-rows'
import { readPasted } from '@/lib/entry/pasted-rows'
import type { RowRules } from '@/lib/entry/row-content'
import { columnHead } from '@/lib/i18n/register-text'
import { register } from '@/lib/i18n/words/register'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { RegisterIndicator } from '@/lib/notice/indicator-types'
import type { RowField } from '@/lib/notice/register-columns'
import type { RegisterGoal } from '@/lib/registers/read-register'
import type { FormAction } from '@/lib/web/form-state'
import { columnsOf } from './columns'
import { ConnectionNotice } from './connection-notice'
import { EarlierList } from './earlier-list'
import { Grid, type GridHandle } from './grid'
import { KeptRowsNotice } from './kept-rows-notice'
import { LackingNote } from './lacking-note'
import { NoneThisQuarter } from './none-this-quarter'
import { PasteBox } from './paste-box'
import { PasteProgress } from './paste-progress'
import { PasteProposal } from './paste-proposal'
import { pastedNamesOf } from './pasted-names'
import { useRegister } from './register-context'
import { RegisterFigures } from './register-figures'
import { RowPanel } from './row-panel'
import { RowsToCome } from './rows-to-come'
import { SaveBar } from './save-bar'
import { TakenOut } from './taken-out'
import { useFirstRow } from './use-first-row'
import { useRowDeeds } from './use-row-deeds'
import { useRows } from './use-rows'
import { useView } from './use-view'
import { ViewBar } from './view-bar'
import { WithdrawRow } from './withdraw-row'

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
  readonly isNew: boolean
  /** Ids of the only rows that were returned; null where the whole register may be changed. */
  readonly open: readonly string[] | null
  /** Null where nothing is counted. */
  readonly floor: RegisterGoal | null
  readonly target: RegisterGoal | null
  readonly reportHref: string
  readonly declareNone: FormAction
  readonly withdraw: FormAction
}

/** A register to be filled in: its number, its rows, what was pasted, taken out and counted before. */
export function RegisterDesk(props: Props) {
  const { indicator, rules, label, address, open } = props
  const locale = useLocale()
  const said = useWords(register)
  const { keys } = useWords(registerGrid)
  const { earlier, before, submitted } = useRegister()
  const { state, autosave, paste, pasteState, isWhole } = useRows(props)
  const grid = useRef<GridHandle>(null)
  const suggestions = useId()
  // The same array as long as it says the same, so that only the row being typed into is drawn anew.
  const columns = useMemo(() => columnsOf(locale, indicator.code), [locale, indicator.code])
  const { standing, declaration } = state.told
  const { view, setView, sortBy, shown } = useView(state.rows, state.out, standing.rows, columns, locale)
  const last = shown.at(-1)
  const { entered, toCorrect, unsent, lacking, lacks } = state.tally
  const rowsNow = useCallback(
    () => autosave.state().rows.filter((row) => !isTakenOut(row) && !isEmptyRow(row)),
    [autosave],
  )
  const known = useMemo(
    () =>
      pasteState.proposal === null
        ? new Set<string>()
        : new Set(rowsNow().map((row) => fieldShown(row, 'creditCode'))),
    [pasteState.proposal, rowsNow],
  )
  useFirstRow(autosave, state.rows.length > 0, declaration !== null && declaration.content.state !== 'blank')
  const { deeds, putBack, undo, lastOut, news, withdrawing, withdrawn } = useRowDeeds({
    autosave,
    paste,
    submitted,
    grid,
  })
  const propose = useCallback(
    (text: string, start: RowField = 'name') => {
      paste.propose(readPasted(text, columns, start, pastedNamesOf(locale, indicator.code)), start)
    },
    [columns, paste, locale, indicator.code],
  )
  const fillKept = useCallback(
    (rows: readonly KeptRow[]) => {
      autosave.fillKept(rows)
    },
    [autosave],
  )
  const addRow = useCallback(() => {
    grid.current?.goTo(autosave.state().rows.at(-1)?.id ?? '')
  }, [autosave])
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
          hasRows={entered > 0}
          action={props.declareNone}
        />
      )}
      {isWhole && (
        <KeptRowsNotice
          code={indicator.code}
          register={props.keepers}
          inHand={props.keeper}
          onFill={fillKept}
        />
      )}
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
      {!isWhole && <RowsToCome />}
      {isWhole && entered > 0 && (
        <ViewBar
          view={view}
          rowsNow={rowsNow}
          columns={columns}
          shown={shown.length - Number(last !== undefined && isEmptyRow(last))}
          all={entered}
          fileUrl={`${address}/export`}
          onView={setView}
        />
      )}
      {isWhole && <LackingNote rows={lacking} lacks={lacks} columns={columns} />}
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
        editing={isWhole ? autosave : null}
        sort={view.sort}
        onSort={sortBy}
        onUndo={undo}
        {...(open === null && { onBlock: propose })}
        panel={(row, number) => (
          <div className="sticky bottom-0 z-40 max-h-[45vh] overflow-auto max-sm:static max-sm:max-h-none has-[[data-open]]:static has-[[data-open]]:max-h-none print:hidden">
            {row !== undefined && (
              <RowPanel
                row={row}
                number={number}
                columns={columns}
                standing={standing.rows[row.id]}
                historyUrl={`${address}/rows`}
                {...(isWhole && open?.includes(row.id) !== false && { deeds })}
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
              toCorrect={toCorrect}
              unsent={unsent}
              news={news}
              lastOut={state.out.find(({ id }) => id === lastOut) ?? null}
              onPutBack={putBack}
              onAdd={open === null ? addRow : null}
              reportHref={props.reportHref}
            />
          </div>
        )}
      />
      <p className="text-sm text-muted max-sm:hidden print:hidden">{keys}</p>
      {isWhole && open === null && <PasteBox onRead={propose} />}
      <TakenOut rows={state.out} onPutBack={putBack} />
      <EarlierList
        earlier={earlier}
        all={before}
        nameHead={columnHead(locale, indicator.code, 'name')}
        filter={view.text}
      />
    </>
  )
}
