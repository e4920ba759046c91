'use client'

import Link from 'next/link'
import { memo, useCallback, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { plan } from '@/lib/i18n/words/plan'
import { PlanBar, PlanScale } from './plan-bar'
import type { PlanRow } from './plan-rows'

const INDENT = ['pl-1', 'pl-5', 'pl-9', 'pl-13', 'pl-17'] as const

/** A plan as a tree of tasks with their money, or with their days drawn as bars; what is folded away is not drawn. */
export function PlanTable({
  rows,
  total,
  mode,
  quarters,
  today,
}: {
  rows: readonly PlanRow[]
  total: { readonly central: string; readonly local: string; readonly social: string }
  mode: 'tree' | 'gantt'
  quarters: readonly string[]
  today: number | null
}) {
  const said = useWords(plan)
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter(({ isFolded }) => isFolded).map(({ code }) => code)),
  )
  const [find, setFind] = useState('')
  const foldable = rows.filter(({ hasUnder }) => hasUnder).map(({ code }) => code)
  const found = find.trim() === '' ? null : foundIn(rows, find)
  const isShown = ({ code }: PlanRow) =>
    found === null ? ![...above(code)].some((each) => folded.has(each)) : found.shown.has(code)
  const toggle = useCallback((code: string) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(code)) next.add(code)
      return next
    })
  }, [])
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 print:hidden">
        <TextInput
          type="search"
          aria-label={said.find}
          placeholder={said.find}
          className="max-w-72"
          value={find}
          onChange={(event) => {
            setFind(event.target.value)
          }}
        />
        <Button
          disabled={folded.size === 0 || found !== null}
          onClick={() => {
            setFolded(new Set())
          }}
        >
          {said.expandAll}
        </Button>
        <Button
          disabled={folded.size === foldable.length || found !== null}
          onClick={() => {
            setFolded(new Set(foldable))
          }}
        >
          {said.collapseAll}
        </Button>
        <span role="status" className="text-sm text-muted">
          {found === null ? '' : said.found(String(found.count))}
        </span>
      </div>
      <Table label={said.view[mode]} stickyColumn>
        <thead>
          <tr>
            <ColumnHead className="min-w-48 sm:min-w-80">{said.column.title}</ColumnHead>
            {mode === 'gantt' && (
              <ColumnHead className="min-w-[28rem] px-0!">
                <PlanScale quarters={quarters} label={said.gantt.chart} />
              </ColumnHead>
            )}
            <ColumnHead className="min-w-32">{said.column.department}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{said.column.startsOn}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{said.column.endsOn}</ColumnHead>
            {mode === 'tree' && (
              <>
                <FigureHead unit={said.yuan}>{said.column.central}</FigureHead>
                <FigureHead unit={said.yuan}>{said.column.local}</FigureHead>
                <FigureHead unit={said.yuan}>{said.column.social}</FigureHead>
              </>
            )}
            <ColumnHead className="whitespace-nowrap">{said.progress}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {rows.filter(isShown).map((row) => (
            <PlanLine
              key={row.code}
              row={row}
              mode={mode}
              today={today}
              quarters={quarters.length}
              isFolded={found === null && folded.has(row.code)}
              toggle={found === null ? toggle : null}
            />
          ))}
        </tbody>
        {mode === 'tree' && (
          <tfoot>
            <tr className="font-semibold">
              <RowHead className="font-semibold!">{said.total}</RowHead>
              <Cell />
              <Cell />
              <Cell />
              <FigureCell>{total.central}</FigureCell>
              <FigureCell>{total.local}</FigureCell>
              <FigureCell>{total.social}</FigureCell>
              <Cell />
            </tr>
          </tfoot>
        )}
      </Table>
    </>
  )
}

/** One line of a plan; drawn anew only when something of it changes, as hundreds are beside it. */
const PlanLine = memo(function PlanLine({
  row,
  mode,
  today,
  quarters,
  isFolded,
  toggle,
}: {
  row: PlanRow
  mode: 'tree' | 'gantt'
  today: number | null
  quarters: number
  isFolded: boolean
  /** Null while only what was found is shown. */
  toggle: ((code: string) => void) | null
}) {
  const said = useWords(plan)
  return (
    <tr className={row.depth === 0 ? 'font-semibold' : ''}>
      <RowHead className={row.depth === 0 ? 'font-semibold!' : ''}>
        <span className={`flex items-start gap-1 max-sm:max-w-48 ${INDENT[row.depth] ?? 'pl-17'}`}>
          <Fold row={row} isFolded={isFolded} toggle={toggle} />
          <span className="figure shrink-0 text-muted">{row.code}</span>
          <span className="min-w-0">
            {row.href === null ? row.title : <Link href={row.href}>{row.title}</Link>}
            {row.mark !== null && <span className="block text-xs font-normal text-muted">{row.mark}</span>}
          </span>
        </span>
      </RowHead>
      {mode === 'gantt' && (
        <Cell className="px-0! py-0!">
          <PlanBar
            bar={row.bar}
            isHead={row.hasUnder}
            today={today}
            quarters={quarters}
            label={said.gantt.bar(row.startsOn, row.endsOn, row.progress || said.noProgress)}
          />
        </Cell>
      )}
      <Cell className="font-normal">{row.department}</Cell>
      <Cell className="figure text-left! font-normal">{row.startsOn}</Cell>
      <Cell className="figure text-left! font-normal">{row.endsOn}</Cell>
      {mode === 'tree' && (
        <>
          <FigureCell>{row.central}</FigureCell>
          <FigureCell>{row.local}</FigureCell>
          <FigureCell>{row.social}</FigureCell>
        </>
      )}
      <Cell className="figure text-left! font-normal whitespace-nowrap">{row.progress}</Cell>
    </tr>
  )
})

function Fold({
  row,
  isFolded,
  toggle,
}: {
  row: PlanRow
  isFolded: boolean
  /** Null while only what was found is shown. */
  toggle: ((code: string) => void) | null
}) {
  const said = useWords(plan)
  if (!row.hasUnder || toggle === null) return <span className="w-6 shrink-0" />
  const name = `${row.code} ${row.title}`
  return (
    <button
      type="button"
      aria-expanded={!isFolded}
      aria-label={isFolded ? said.expand(name) : said.collapse(name)}
      onClick={() => {
        toggle(row.code)
      }}
      className="inline-flex size-6 shrink-0 cursor-pointer items-center justify-center text-accent print:hidden"
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className={`size-3 ${isFolded ? '' : 'rotate-90'}`}>
        <path fill="currentColor" d="M5 2l7 6-7 6z" />
      </svg>
    </button>
  )
}

/** Tasks that say it in number, name or department, and what they lie under. */
function foundIn(
  rows: readonly PlanRow[],
  text: string,
): { readonly shown: ReadonlySet<string>; readonly count: number } {
  const wanted = text.trim().toLowerCase()
  const found = rows.filter(
    ({ code, title, department, href }) =>
      href !== null && `${code} ${title} ${department}`.toLowerCase().includes(wanted),
  )
  return { shown: new Set(found.flatMap(({ code }) => [code, ...above(code)])), count: found.length }
}

/** The numbers of everything a line lies under: 1.2.3 → 1.2, 1. */
function* above(code: string): Generator<string> {
  for (let at = code.lastIndexOf('.'); at > 0; at = code.lastIndexOf('.', at - 1)) yield code.slice(0, at)
}
