'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { shown } from '@/lib/entry/cell'
import { formatNumber } from '@/lib/i18n/format'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import { cellKey } from '@/lib/entry/cell-id'
import type { Counted, FormRow } from '@/lib/reporting/form-rows'
import { AnswerChoice, ReasonFields } from './answer-choice'
import { CellGroup } from './cell-group'
import { ContentText } from './content-text'
import { useCell } from './entry-context'

const STATES = ['blank', 'figure', 'notApplicable', 'notYetAvailable'] as const

/** A count is never typed: its register gives it, and where the register is empty the person says why. */
export function CountAnswer({
  row,
  counted,
  name,
  id,
  errorId,
  register,
  children,
}: {
  row: FormRow
  counted: Counted
  name: string
  id: string
  errorId: string
  /** The address of the register. */
  register: string
  /** Who supplies it. */
  children: ReactNode
}) {
  const key = cellKey(row.indicator, '')
  const cell = useCell(key)
  const said = useWords(entry)
  const units = useWords(names).unit
  const { unit } = indicator(row.indicator)
  const hasRows = counted.rows > 0
  const needsReason = cell !== undefined && shown(cell).state.startsWith('not')
  const saved = row.cells[0]?.content
  return (
    <div>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3">
        {hasRows && (
          <span>
            <span className="font-semibold">
              {said.count.added(formatNumber(counted.added), units[unit])}
            </span>{' '}
            <span className="text-sm text-muted">{said.count.rows(formatNumber(String(counted.rows)))}</span>
          </span>
        )}
        <Link
          href={register}
          id={hasRows || cell === undefined ? id : undefined}
          data-spot=""
          aria-label={cell === undefined ? said.count.viewOf(name) : said.count.openOf(name)}
          className="inline-block py-0.5"
        >
          {cell === undefined ? said.count.view : said.count.open}
        </Link>
        {!hasRows && cell !== undefined && (
          <CellGroup
            cell={cell}
            errorId={errorId}
            className={`flex flex-col gap-1 ${needsReason ? 'flex-1' : ''}`}
          >
            <AnswerChoice
              cellKey={key}
              kind="count"
              state={shown(cell).state}
              states={STATES}
              label={said.box.howOf(name)}
              id={id}
              className="min-w-36"
            />
            {needsReason && (
              <ReasonFields
                cell={cell}
                id={`${id}-reason`}
                errorId={errorId}
                label={(what) => `${name} ${what}`}
              />
            )}
          </CellGroup>
        )}
        {!hasRows && cell === undefined && saved !== undefined && (
          <ContentText kind="count" unit={unit} content={saved} />
        )}
        {children}
      </div>
    </div>
  )
}
