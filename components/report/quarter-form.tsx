'use client'

import type { ReactNode } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { clause, type ClauseId } from '@/lib/notice/clauses'
import { indicator, indicatorCodes } from '@/lib/notice/indicators'
import { common } from '@/lib/i18n/words/common'
import type { FormRow } from '@/lib/reporting/form-rows'
import { EntryRow } from './entry-row'
import { ROW_GRID } from './layout'

/** The nineteen results of a quarter, in the order and under the clauses of the notice. */
export function QuarterForm({
  rows,
  abouts,
  talks,
  registers,
  isLimited,
  back = '',
}: {
  rows: readonly FormRow[]
  /** By result, made on the server. */
  abouts: Readonly<Record<string, ReactNode>>
  /** What was asked and answered beside each result, likewise; those without are not named. */
  talks: Readonly<Record<string, ReactNode>>
  /** The address under which the registers are. */
  registers: string
  isLimited: boolean
  /** What keeps an address at the moment looked back to; nothing for now. */
  back?: string
}) {
  const locale = useLocale()
  const shared = useWords(common)
  const groups = [...new Set(rows.map((row) => indicator(row.indicator).clause))]
  return (
    <div className="border border-line bg-paper">
      <ColumnHeads isReadOnly={!rows.some(({ isEditable }) => isEditable)} />
      {groups.map((id: ClauseId) => (
        <section key={id} aria-labelledby={`group-${id}`}>
          <h2 id={`group-${id}`} className="border-b border-line bg-wash px-2 py-1 text-base">
            <span className="mr-2 text-sm font-normal text-muted">{shared.clause(id)}</span>
            {inLocale(locale, clause(id).heading)}
          </h2>
          <ol>
            {rows
              .filter((row) => indicator(row.indicator).clause === id)
              .map((row) => (
                <EntryRow
                  key={row.indicator}
                  row={row}
                  number={indicatorCodes.indexOf(row.indicator) + 1}
                  about={abouts[row.indicator]}
                  talk={talks[row.indicator]}
                  register={`${registers}/${row.indicator}${back}`}
                  isLimited={isLimited}
                />
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** The heads of the columns; each figure also has its name for those who do not see them, and on narrow screens. */
function ColumnHeads({ isReadOnly }: { isReadOnly: boolean }) {
  const { column } = useWords(entry)
  return (
    <div
      aria-hidden="true"
      className={`sticky top-0 z-20 hidden border-b border-edge bg-sunken px-2 py-1 text-sm font-semibold ${ROW_GRID}`}
    >
      <span>{column.name}</span>
      <span>{column.figure}</span>
      <span className="text-right">{column.previous}</span>
      <span className="text-right">{column.lastYear}</span>
      <span className="text-right">{column.growth}</span>
      <span className="text-right">{column.toDate}</span>
      <span className="text-right">{column.required}</span>
      <span className="text-right">{column.gap}</span>
      <span>{!isReadOnly && column.state}</span>
    </div>
  )
}
