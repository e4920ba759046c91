'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useId, useMemo, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { isEmptyRow, isTakenOut, shownText, type GridRow } from '@/lib/entry/grid-row'
import { readPasted, type PastedRows } from '@/lib/entry/pasted-rows'
import type { RowRules } from '@/lib/entry/row-content'
import type { PageRow } from '@/lib/entry/rows-autosave'
import { formatNumber } from '@/lib/i18n/format'
import { columnHead } from '@/lib/i18n/register-text'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { CountIndicator } from '@/lib/notice/indicator-types'
import type { RowField } from '@/lib/notice/register-columns'
import type { RegisterGoal } from '@/lib/registers/read-register'
import type { EarlierEntity } from '@/lib/rules/register-standing'
import { columnsOf } from './columns'
import { ConnectionNotice } from './connection-notice'
import { EarlierList } from './earlier-list'
import { Grid } from './grid'
import { fieldId } from './grid-field'
import { KeptRowsNotice } from './kept-rows-notice'
import { LackingNote } from './lacking-note'
import { matches } from './matches'
import { NoneThisQuarter, type NoneAction } from './none-this-quarter'
import { PasteBox } from './paste-box'
import { PasteProposal } from './paste-proposal'
import { pastedNames } from './pasted-names'
import { RegisterFigures } from './register-figures'
import { RegisterFilter } from './register-filter'
import { SaveBar } from './save-bar'
import { TakenOut } from './taken-out'
import type { Told } from './told'
import { useRows } from './use-rows'
import { WithdrawRow, type WithdrawAction } from './withdraw-row'

interface Props {
  readonly city: string
  readonly period: string
  /** Where rows are sent. */
  readonly url: string
  /** The beginning of the names under which the browser keeps rows of this register. */
  readonly keepers: string
  readonly keeper: string
  /** Of the report: rows typed for another one are only proposed. */
  readonly version: number
  readonly label: string
  readonly indicator: CountIndicator
  readonly rules: RowRules
  readonly rows: readonly PageRow[]
  readonly isNew: boolean
  readonly told: Told
  readonly floor: RegisterGoal
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
  const { indicator, rules, label, earlier } = props
  const locale = useLocale()
  const said = useWords(register)
  const deeds = useWords(registerDeeds)
  const { state, autosave } = useRows(props)
  const [filter, setFilter] = useState('')
  const [attention, setAttention] = useState(false)
  const [pasted, setPasted] = useState<{ readonly read: PastedRows; readonly start: RowField } | null>(null)
  const [added, setAdded] = useState<readonly string[]>([])
  const [lastOut, setLastOut] = useState<string | null>(null)
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  const { submitted } = props
  const takeOut = useCallback(
    (id: string) => {
      if (submitted.includes(id)) {
        setWithdrawing(id)
        return
      }
      autosave.takeOut(id)
      setLastOut(id)
    },
    [autosave, submitted],
  )
  const router = useRouter()
  const withdrawn = useCallback(() => {
    setWithdrawing(null)
    router.refresh()
  }, [router])
  const putBack = (id: string) => {
    autosave.putBack(id)
    setLastOut(null)
    setTimeout(() => document.getElementById(fieldId(id, 'name'))?.focus())
  }
  const suggestions = useId()
  // The same array as long as it says the same, so that only the row being typed into is drawn anew.
  const columns = useMemo(() => columnsOf(locale, indicator.code), [locale, indicator.code])
  const { standing, declaration } = state.told

  const standingRows = state.rows.filter((row) => !isTakenOut(row))
  const isNoted = (row: GridRow): boolean => {
    const one = standing.rows[row.id]
    return one !== undefined && (one.counts !== 'new' || one.likeness !== null || one.case !== null)
  }
  const isShown = (row: GridRow): boolean => {
    // What is being typed stays in sight.
    if (row.draft !== null) return true
    const { name, creditCode } = shownText(row)
    return matches(filter, name, creditCode) && (!attention || isNoted(row))
  }
  const shown = standingRows.filter(isShown)
  const count = standingRows.filter((row) => !isEmptyRow(row)).length
  const shownCount = shown.filter((row) => !isEmptyRow(row)).length

  const propose = (text: string, start: RowField) => {
    setPasted({ read: readPasted(text, columns, start, pastedNames), start })
  }
  const addRow = () => {
    const last = standingRows.at(-1)
    if (last !== undefined) document.getElementById(fieldId(last.id, 'name'))?.focus()
  }
  return (
    <>
      <RegisterFigures standing={standing} unit={indicator.unit} floor={props.floor} target={props.target} />
      <ConnectionNotice state={state} onRetry={autosave.retry} />
      <NoneThisQuarter
        city={props.city}
        period={props.period}
        indicator={indicator.code}
        declaration={declaration}
        hasRows={count > 0}
        action={props.declareNone}
      />
      <KeptRowsNotice
        code={indicator.code}
        register={props.keepers}
        inHand={props.keeper}
        onFill={(rows) => {
          autosave.fillKept(rows)
        }}
      />
      {pasted !== null && (
        <PasteProposal
          pasted={pasted.read}
          start={pasted.start}
          columns={columns}
          rules={rules}
          onCommit={() => {
            setAdded(autosave.add(pasted.read.rows))
            setPasted(null)
          }}
          onDiscard={() => {
            setPasted(null)
          }}
        />
      )}
      {added.length > 0 && (
        <Banner tone="done" live>
          {deeds.paste.done(formatNumber(String(added.length)))}{' '}
          <Button
            onClick={() => {
              for (const id of added) autosave.takeOut(id)
              setAdded([])
            }}
          >
            {deeds.paste.undo}
          </Button>
        </Banner>
      )}
      {count > 0 && (
        <RegisterFilter
          text={filter}
          attention={attention}
          shown={shownCount}
          all={count}
          onText={setFilter}
          onAttention={setAttention}
        />
      )}
      <LackingNote rows={standingRows} columns={columns} />
      <datalist id={suggestions}>
        {Object.values(said.noCodeReasons).map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <Grid
        label={label}
        rows={shown}
        columns={columns}
        told={state.told}
        connection={state.connection}
        suggestions={suggestions}
        autosave={autosave}
        onTakeOut={takeOut}
        onBlock={propose}
      />
      {withdrawing !== null &&
        state.rows
          .filter((row) => row.id === withdrawing)
          .map((row) => (
            <WithdrawRow
              key={row.id}
              row={row}
              city={props.city}
              period={props.period}
              indicator={indicator.code}
              action={props.withdraw}
              onDone={withdrawn}
            />
          ))}
      <SaveBar
        state={state}
        lastOut={state.rows.find((row) => row.id === lastOut && isTakenOut(row)) ?? null}
        onPutBack={putBack}
        onAdd={addRow}
        reportHref={props.reportHref}
      />
      <p className="text-sm text-muted max-sm:hidden print:hidden">{said.grid.keys}</p>
      <PasteBox
        onRead={(text) => {
          propose(text, 'name')
        }}
      />
      <TakenOut rows={state.rows.filter((row) => isTakenOut(row))} onPutBack={putBack} />
      <EarlierList earlier={earlier} nameHead={columnHead(locale, indicator.code, 'name')} filter={filter} />
    </>
  )
}
