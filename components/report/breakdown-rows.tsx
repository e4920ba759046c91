'use client'

import { useLocale, useWords } from '@/components/ui/locale-provider'
import { known, shown } from '@/lib/entry/cell'
import { cellId, cellKey } from '@/lib/entry/cell-id'
import { partSum } from '@/lib/entry/part-sum'
import { formatNumber } from '@/lib/i18n/format'
import { formatFigure } from '@/lib/i18n/format-figure'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { indicator } from '@/lib/notice/indicators'
import type { FormCell, FormRow } from '@/lib/reporting/form-rows'
import { CellGroup } from './cell-group'
import { CellState } from './cell-state'
import { ConflictChoice } from './conflict-choice'
import { ContentText } from './content-text'
import { useCell, useFigureLater, useLater } from './entry-context'
import { FigureBox } from './figure-box'
import { ROW_GRID } from './layout'

/** Whether a part of the figure is given: it is then reported by parts. */
function useIsByParts({ indicator: code, parts }: FormRow): boolean {
  return useLater(({ cells }) =>
    parts.some(({ part, content }) => {
      const cell = cells.get(cellKey(code, part))
      return content.state !== 'blank' || (cell !== undefined && (known(cell)?.state ?? '') !== 'blank')
    }),
  )
}

interface Folded {
  readonly isOpen: boolean
  readonly toggle: () => void
}

/** The way to the parts a figure is made of. They are asked only where there is a figure. */
export function PartsMark({ row, folded: { isOpen, toggle } }: { row: FormRow; folded: Folded }) {
  const said = useWords(entry).breakdown
  const whole = useFigureLater(row)
  const isGiven = useIsByParts(row)
  if (row.parts.length === 0 || isGiven || whole === null || !row.isEditable) return null
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={partsId(row)}
      onClick={toggle}
      className="min-h-6 cursor-pointer text-sm text-accent underline underline-offset-4 print:hidden"
    >
      {said.open}
    </button>
  )
}

const partsId = ({ indicator: code }: FormRow): string => `${cellId(code)}-parts`

/**
 * The parts of a figure, under it: folded away until one of them is given, so that Enter goes on to the next result for
 * whoever does not report by parts.
 */
export function BreakdownRows({ row, folded: { isOpen } }: { row: FormRow; folded: Folded }) {
  const said = useWords(entry).breakdown
  const isShown = useIsByParts(row) || isOpen
  if (row.parts.length === 0) return null
  return (
    <ul id={partsId(row)} hidden={!isShown} aria-label={said.title} className="mt-1">
      {isShown && row.parts.map((saved) => <PartRow key={saved.part} row={row} saved={saved} />)}
      {isShown && <SumRow row={row} />}
    </ul>
  )
}

function PartRow({ row, saved }: { row: FormRow; saved: FormRow['parts'][number] }) {
  const locale = useLocale()
  const said = useWords(entry)
  const { part: parts, unit: units } = useWords(names)
  const key = cellKey(row.indicator, saved.part)
  const cell = useCell(key)
  const { unit } = indicator(row.indicator)
  const id = cellId(row.indicator, saved.part)
  const errorId = `${id}-error`
  const name = said.base.cell(inLocale(locale, indicator(row.indicator)), parts[saved.part])
  return (
    <li className="py-0.5">
      <div className={ROW_GRID}>
        <div className="border-l-2 border-line pl-2 lg:ml-7 lg:pt-1.5">
          {cell === undefined ? parts[saved.part] : <label htmlFor={id}>{parts[saved.part]}</label>}
        </div>
        {cell === undefined ? (
          <div id={id} tabIndex={-1}>
            <ContentText kind={row.kind} unit={unit} content={saved.content} />
          </div>
        ) : (
          <CellGroup cell={cell} errorId={errorId}>
            <div className="flex items-center gap-2">
              <div className="max-w-56 min-w-24 flex-1">
                <FigureBox cell={cell} id={id} errorId={errorId} />
              </div>
              <span className="min-w-8 text-sm text-muted">{units[unit]}</span>
            </div>
          </CellGroup>
        )}
        <div className="lg:col-start-9">
          <CellState cellKey={key} saved={saved} isAnswered={false} closed={null} />
        </div>
      </div>
      <ConflictChoice cellKey={key} name={name} />
    </li>
  )
}

function SumRow({ row }: { row: FormRow }) {
  const said = useWords(entry).breakdown
  const whole = useFigureLater(row)
  const cells = useLater((state) => state.cells)
  const valueOf = (saved: FormCell): string | null => {
    const cell = cells.get(cellKey(row.indicator, saved.part))
    const content = cell === undefined ? saved.content : known(cell)
    return content?.state === 'figure' ? content.value : null
  }
  // What cannot be read is neither known nor blank: no sum is better than a wrong one.
  const isUnread = row.parts.some(({ part }) => {
    const cell = cells.get(cellKey(row.indicator, part))
    return cell !== undefined && known(cell) === null && shown(cell).text !== ''
  })
  if (isUnread) return null
  const { sum, missing, difference } = partSum(row.parts.map(valueOf), whole)
  const agrees = difference === '0' && missing === 0
  return (
    <li className={`border-t border-line py-0.5 ${ROW_GRID}`}>
      <div className="border-l-2 border-line pl-2 font-semibold lg:ml-7">{said.sum}</div>
      <div aria-live="polite" className="flex flex-wrap items-baseline gap-x-3 lg:col-span-7">
        <span className="font-semibold">{formatFigure(sum)}</span>
        {difference !== null && (
          <span className={`text-sm ${agrees ? 'text-met' : missing > 0 ? 'text-muted' : 'text-danger'}`}>
            {agrees
              ? said.agrees
              : difference === '0'
                ? said.fillZero
                : difference.startsWith('-')
                  ? said.over(formatFigure(difference.slice(1)))
                  : said.under(formatFigure(difference))}
          </span>
        )}
        {missing > 0 && (
          <span className="text-sm text-muted">{said.missing(formatNumber(String(missing)))}</span>
        )}
      </div>
    </li>
  )
}
