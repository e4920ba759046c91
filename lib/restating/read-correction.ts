import { EMPTY_ROW, readRow, type SentText } from '@/lib/entry/row-content'
import { indicator as indicatorOf, isRegisterCode, type IndicatorCode } from '@/lib/notice'
import { rowRules } from '@/lib/registers/row-rules'
import { askedCells, breakdownCells } from '@/lib/reporting/asked-cells'
import type { Part } from '@/lib/store/cells'
import type { Correction } from '@/lib/store/restatements'
import type { ReportContent } from '@/lib/store/versions'
import { compare, decimal, isQuarter, parseFigure, Refusal, type Period } from '@/lib/values'

/** A correction as it was typed. What is blank stays as it is. */
export interface TypedCorrection {
  readonly figures: readonly { readonly indicator: string; readonly part: string; readonly text: string }[]
  /** Ids of rows to be taken out. */
  readonly withdrawn: readonly string[]
  readonly added: readonly (SentText & { readonly indicator: string })[]
}

/** A cell of an accepted report whose figure can be corrected, and what it says. */
export interface CorrigibleCell {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly value: string | null
}

/** The figures of a report that can be corrected by typing: those of growth, and the parts that were reported. */
export function corrigibleCells({
  period,
  cells,
}: Pick<ReportContent, 'period' | 'cells'>): CorrigibleCell[] {
  const said = (code: IndicatorCode, part: Part) =>
    cells.find((cell) => cell.indicator === code && cell.part === part)?.content
  const asked = askedCells(period).filter(({ kind }) => kind === 'growth')
  const parts = breakdownCells(period).filter(
    ({ indicator, part }) => said(indicator.code, part) !== undefined,
  )
  return [...asked, ...parts].map(({ indicator, part }) => {
    const content = said(indicator.code, part)
    return { indicator: indicator.code, part, value: content?.state === 'figure' ? content.value : null }
  })
}

/**
 * Reads a correction against the accepted content. `newId` gives the ids of added rows.
 * @throws Refusal correctionWrong, rowWrong, rowUnknown, cellUnknown, restatementSame
 */
export function readCorrection(
  period: Period,
  accepted: ReportContent,
  typed: TypedCorrection,
  newId: () => string,
): Correction {
  const cells = corrigibleCells(accepted)
  const figures = typed.figures.flatMap(({ indicator, part, text }) => {
    if (text.trim() === '') return []
    const cell = cells.find((each) => each.indicator === indicator && each.part === part)
    if (cell === undefined) throw new Refusal('cellUnknown', { indicator, part })
    const read = parseFigure(text, indicatorOf(cell.indicator).unit)
    if (!read.ok)
      throw new Refusal('correctionWrong', { indicator: cell.indicator, got: text.trim().slice(0, 60) })
    const isSame = cell.value !== null && compare(decimal(cell.value), decimal(read.value)) === 0
    return isSame
      ? []
      : [{ indicator: cell.indicator, part: cell.part, before: cell.value, after: read.value }]
  })
  const withdrawn = [...new Set(typed.withdrawn)].map((id) => {
    const row = accepted.rows.find((each) => each.id === id)
    if (row === undefined) throw new Refusal('rowUnknown')
    return row
  })
  const added = typed.added.flatMap(({ indicator, ...text }) => {
    if (text.name.trim() === '' && text.creditCode.trim() === '') return []
    if (!isRegisterCode(indicator) || !isQuarter(period))
      throw new Refusal('cellUnknown', { indicator, part: '' })
    const read = readRow(rowRules(indicator, period), { ...EMPTY_ROW, ...text })
    if (!read.ok) {
      throw new Refusal('rowWrong', {
        indicator,
        name: text.name.trim().slice(0, 60),
      })
    }
    return [{ ...read.value, id: newId(), indicator }]
  })
  if (figures.length + withdrawn.length + added.length === 0) throw new Refusal('restatementSame')
  return { figures, withdrawn, added }
}
