'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
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
  const foldable = rows.filter(({ hasUnder }) => hasUnder).map(({ code }) => code)
  const isShown = ({ code }: PlanRow) => ![...above(code)].some((each) => folded.has(each))
  const toggle = (code: string) => {
    const next = new Set(folded)
    if (!next.delete(code)) next.add(code)
    setFolded(next)
  }
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-2 print:hidden">
        <Button
          disabled={folded.size === 0}
          onClick={() => {
            setFolded(new Set())
          }}
        >
          {said.expandAll}
        </Button>
        <Button
          disabled={folded.size === foldable.length}
          onClick={() => {
            setFolded(new Set(foldable))
          }}
        >
          {said.collapseAll}
        </Button>
      </p>
      <Table label={said.view[mode]} stickyColumn>
        <thead>
          <tr>
            <ColumnHead className="min-w-56 sm:min-w-80">{said.column.title}</ColumnHead>
            <ColumnHead className="min-w-32">{said.column.department}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{said.column.startsOn}</ColumnHead>
            <ColumnHead className="whitespace-nowrap">{said.column.endsOn}</ColumnHead>
            {mode === 'gantt' ? (
              <ColumnHead className="min-w-[28rem] px-0!">
                <PlanScale quarters={quarters} label={said.gantt.chart} />
              </ColumnHead>
            ) : (
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
            <tr key={row.code} className={row.depth === 0 ? 'font-semibold' : ''}>
              <RowHead className={row.depth === 0 ? 'font-semibold!' : ''}>
                <span className={`flex items-start gap-1 ${INDENT[row.depth] ?? 'pl-17'}`}>
                  <Fold row={row} isFolded={folded.has(row.code)} toggle={toggle} />
                  <span className="figure shrink-0 text-muted">{row.code}</span>
                  <span className="min-w-0">
                    {row.href === null ? row.title : <Link href={row.href}>{row.title}</Link>}
                    {row.mark !== null && (
                      <span className="block text-xs font-normal text-muted">{row.mark}</span>
                    )}
                  </span>
                </span>
              </RowHead>
              <Cell className="font-normal">{row.department}</Cell>
              <Cell className="figure text-left! font-normal">{row.startsOn}</Cell>
              <Cell className="figure text-left! font-normal">{row.endsOn}</Cell>
              {mode === 'gantt' ? (
                <Cell className="px-0! py-0!">
                  <PlanBar
                    bar={row.bar}
                    isHead={row.hasUnder}
                    today={today}
                    quarters={quarters.length}
                    label={said.gantt.bar(row.startsOn, row.endsOn, row.progress || said.noProgress)}
                  />
                </Cell>
              ) : (
                <>
                  <FigureCell>{row.central}</FigureCell>
                  <FigureCell>{row.local}</FigureCell>
                  <FigureCell>{row.social}</FigureCell>
                </>
              )}
              <Cell className="figure text-left! font-normal whitespace-nowrap">{row.progress}</Cell>
            </tr>
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

function Fold({
  row,
  isFolded,
  toggle,
}: {
  row: PlanRow
  isFolded: boolean
  toggle: (code: string) => void
}) {
  const said = useWords(plan)
  if (!row.hasUnder) return <span className="w-6 shrink-0" />
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

/** The numbers of everything a line lies under: 1.2.3 → 1.2, 1. */
function* above(code: string): Generator<string> {
  for (let at = code.lastIndexOf('.'); at > 0; at = code.lastIndexOf('.', at - 1)) yield code.slice(0, at)
}
