'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { ColumnHead, FigureHead, Table } from '@/components/ui/table'
import type { FigureProposal, ProposedCell } from '@/lib/entry/pasted-figures'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { pasting } from '@/lib/i18n/words/pasting'
import type { FormRow } from '@/lib/reporting/form-rows'
import { usualBounds } from '@/lib/rules/checks/bounds'
import { slipFactor } from '@/lib/rules/slip-factor'
import { decimal, isZero } from '@/lib/values'
import { ProposedRow } from './proposed-row'

const isFillable = ({ outcome, key }: ProposedCell): boolean =>
  key !== null && (outcome.kind === 'figure' || outcome.kind === 'narrative')

/** Against what is usual for the city: how many times too much it seems to be; null where units were hardly mixed up. */
function slipOf({ code, place, outcome }: ProposedCell, rows: readonly FormRow[]): string | null {
  const usual = rows.find((row) => row.indicator === code && place === 0)?.usual ?? null
  if (outcome.kind !== 'figure' || usual === null) return null
  const [figure, middle] = [decimal(outcome.value), decimal(usual)]
  return isZero(figure) || isZero(middle) ? null : slipFactor(figure, middle, decimal(usualBounds.unitSlip))
}

/**
 * What a paste was read as, before anything of it is entered: each cell with what stood there and what would come. Rows are
 * left out one by one; the rest is filled in or discarded as one. Enter fills in, Esc discards.
 */
export function FigureProposalPanel({
  proposal,
  rows,
  registers,
  onCommit,
  onDiscard,
}: {
  proposal: FigureProposal
  rows: readonly FormRow[]
  registers: string
  onCommit: (chosen: readonly ProposedCell[]) => void
  onDiscard: () => void
}) {
  const said = useWords(pasting)
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const summary = useId()
  const fillable = proposal.cells.filter(isFillable)
  const slips = new Map(proposal.cells.map((cell) => [cell, slipOf(cell, rows)]))
  // What looks like a mistaken unit is filled in only when somebody says so.
  const [chosen, setChosen] = useState<ReadonlySet<ProposedCell>>(
    () => new Set(fillable.filter((cell) => slips.get(cell) === null)),
  )
  useEffect(() => {
    moveFocus(box.current)
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const count = formatNumber(String(chosen.size))
  const commit = () => {
    if (chosen.size > 0) onCommit(fillable.filter((cell) => chosen.has(cell)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement
    if (event.key === 'Escape') onDiscard()
    else if (event.key === 'Enter' && !isOnControl) commit()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      aria-label={said.title}
      aria-describedby={summary}
      className="scroll-mt-2 outline-offset-0"
      onKeyDown={onKeyDown}
    >
      <Panel title={said.title} lead={said.keys}>
        <ul id={summary} aria-live="polite" className="mb-2">
          <li>{said.willFill(count, formatNumber(String(proposal.cells.length)))}</li>
          <Notes proposal={proposal} />
        </ul>
        <Table label={said.title} boxClassName="max-h-[46vh]" stickyColumn>
          <thead>
            <tr>
              <ColumnHead>{said.column.take}</ColumnHead>
              <ColumnHead className="min-w-48">{said.column.result}</ColumnHead>
              <FigureHead>{said.column.original}</FigureHead>
              <FigureHead>{said.column.read}</FigureHead>
              <ColumnHead>{said.column.unit}</ColumnHead>
              <FigureHead>{said.column.now}</FigureHead>
              <ColumnHead>{said.column.by}</ColumnHead>
              <ColumnHead className="min-w-64">{said.column.note}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {proposal.cells.map((cell, i) => (
              <ProposedRow
                key={i}
                cell={cell}
                slip={slips.get(cell) ?? null}
                usual={rows.find((row) => row.indicator === cell.code)?.usual ?? null}
                isPart={proposal.cells.some(({ place }) => place > 0)}
                register={`${registers}/${cell.code}`}
                isChosen={isFillable(cell) ? chosen.has(cell) : null}
                onChoose={(isIn) => {
                  setChosen(new Set(fillable.filter((each) => (each === cell ? isIn : chosen.has(each)))))
                }}
              />
            ))}
          </tbody>
        </Table>
        {proposal.ignored.length > 0 && (
          <p className="mt-1 text-sm text-muted">
            {said.ignored(formatList(locale, proposal.ignored.slice(0, 8)))}
          </p>
        )}
        <div className="mt-2 flex flex-wrap gap-2">
          <Button variant="primary" aria-disabled={chosen.size === 0} onClick={commit}>
            {said.commit(count)}
          </Button>
          <Button onClick={onDiscard}>{said.discard}</Button>
        </div>
      </Panel>
    </div>
  )
}

/** How the block was read as a whole, and what of it was left out. */
function Notes({ proposal: { heads, totals, table, cells } }: { proposal: FigureProposal }) {
  const said = useWords(pasting)
  const locale = useLocale()
  const number = (count: number) => formatNumber(String(count))
  const ways = [...new Set(cells.map(({ by }) => by))]
  return (
    <>
      <li>
        {said.matched(
          formatList(
            locale,
            ways.map((by) => said.by[by]),
          ),
        )}
      </li>
      {heads.length > 0 && <li>{said.heads(formatList(locale, heads))}</li>}
      {totals > 0 && <li>{said.totals(number(totals))}</li>}
      {table.hiddenRows > 0 && <li>{said.hiddenRows(number(table.hiddenRows))}</li>}
      {table.hiddenColumns > 0 && <li>{said.hiddenColumns(number(table.hiddenColumns))}</li>}
      {table.merged > 0 && <li>{said.merged(number(table.merged))}</li>}
    </>
  )
}
