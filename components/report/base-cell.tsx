'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell } from '@/components/ui/table'
import { known, shown } from '@/lib/entry/cell'
import { cellId, cellKey } from '@/lib/entry/cell-id'
import { amountInWords } from '@/lib/i18n/format-money'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import type { FormCell, FormRow } from '@/lib/reporting/form-rows'
import { AnswerChoice, ReasonFields } from './answer-choice'
import { CellGroup } from './cell-group'
import { CellState } from './cell-state'
import { ConflictChoice } from './conflict-choice'
import { ContentText } from './content-text'
import { useCell } from './entry-context'
import { FigureBox } from './figure-box'

const STATES = ['figure', 'notApplicable', 'notYetAvailable'] as const

/** One quarter, or the year, of a base-year result. Why there is no figure is said once, at the year. */
export function BaseCell({ row, saved, name }: { row: FormRow; saved: FormCell; name: string }) {
  const locale = useLocale()
  const said = useWords(entry)
  const { part: parts, unit: units } = useWords(names)
  const cell = useCell(cellKey(row.indicator, saved.part))
  const { unit } = indicator(row.indicator)
  const part = saved.part === '' ? 'Y' : saved.part
  const label = said.base.cell(name, parts[part])
  const id = cellId(row.indicator, saved.part)
  const errorId = `${id}-error`
  if (cell === undefined) {
    return (
      <Cell className="text-right" id={id} tabIndex={-1}>
        <ContentText kind="growth" unit="" content={saved.content} />
      </Cell>
    )
  }
  const { state } = shown(cell)
  const content = known(cell)
  const inWords = content?.state === 'figure' ? amountInWords(locale, content.value, unit) : undefined
  return (
    <Cell className="min-w-36">
      <CellGroup cell={cell} errorId={errorId}>
        {state === 'figure' ? (
          <div className="flex items-center gap-1">
            <FigureBox
              cell={cell}
              id={id}
              label={label}
              describedBy={[`${id}-unit`, row.returned === null ? '' : `returned-${row.indicator}`]
                .join(' ')
                .trim()}
              errorId={errorId}
            />
            <span id={`${id}-unit`} className="text-sm whitespace-nowrap text-muted">
              {units[unit]}
            </span>
          </div>
        ) : (
          <ReasonFields cell={cell} id={id} errorId={errorId} label={(what) => `${label} ${what}`} />
        )}
        {(part === 'Y' || state !== 'figure') && (
          <AnswerChoice
            cellKey={cell.key}
            kind="growth"
            state={state}
            states={STATES}
            label={said.box.howOf(label)}
            isQuiet={state === 'figure'}
            className="mt-1"
          />
        )}
        {inWords !== undefined && <p className="text-right text-sm text-muted">{inWords}</p>}
      </CellGroup>
      <div className="text-right">
        <CellState cellKey={cell.key} saved={saved} isAnswered={false} closed={null} />
      </div>
      <ConflictChoice cellKey={cell.key} name={label} />
    </Cell>
  )
}
