import type { CellKind } from '@/lib/entry/content'
import {
  breakdownParts,
  indicator as indicatorOf,
  indicators,
  type BreakdownPart,
  type Indicator,
  type IndicatorCode,
} from '@/lib/notice'
import type { CellContent, Part } from '@/lib/store/cells'
import { isQuarter, type Period } from '@/lib/values'

export interface AskedCell {
  readonly indicator: Indicator
  readonly part: Part
  readonly kind: CellKind
}

const BASE_PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const

/** What a report asks: all nineteen results a quarter; for the base year the growth results, by quarter or as a year's total. */
export function askedCells(period: Period): AskedCell[] {
  if (isQuarter(period)) return indicators.map((indicator) => ({ indicator, part: '', kind: indicator.kind }))
  return indicators
    .filter((indicator) => indicator.kind === 'growth')
    .flatMap((indicator) => BASE_PARTS.map((part) => ({ indicator, part, kind: 'growth' as const })))
}

/**
 * What a report takes beyond what it asks: the parts of a quarter's figure. Nobody need give them; who gives one gives all.
 */
export function breakdownCells(period: Period): (AskedCell & { readonly part: BreakdownPart })[] {
  if (!isQuarter(period)) return []
  return indicators.flatMap((indicator) =>
    indicator.breakdown.map((part) => ({ indicator, part, kind: indicator.kind })),
  )
}

/** Whether a cell is a part of a figure, not a figure of its own. */
export const isBreakdownPart = (part: Part): part is BreakdownPart =>
  breakdownParts.some((each) => each === part)

interface Answer {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly content: CellContent
}

/** Whether an indicator has been answered, and how many have: computed from what is there, never declared. */
export interface Completeness {
  readonly asked: number
  readonly answered: number
  readonly unanswered: readonly IndicatorCode[]
}

/**
 * Counts the answered results of a report. A count is answered by a row or by a cell that says none, or not yet;
 * a growth result of the base year by its four quarters or its total.
 */
export function completenessOf(
  period: Period,
  cells: readonly Answer[],
  rows: readonly { readonly indicator: IndicatorCode; readonly removed?: boolean }[],
): Completeness {
  const filled = new Set(
    cells.filter(({ content }) => content.state !== 'blank').map((cell) => `${cell.indicator}/${cell.part}`),
  )
  const withRows = new Set(rows.filter((row) => row.removed !== true).map((row) => row.indicator))
  const isCount = (code: IndicatorCode): boolean => indicatorOf(code).kind === 'count'
  const codes = [...new Set(askedCells(period).map((cell) => cell.indicator.code))]
  const isAnswered = (code: IndicatorCode): boolean =>
    isQuarter(period)
      ? filled.has(`${code}/`) || (isCount(code) && withRows.has(code))
      : filled.has(`${code}/Y`) || ['Q1', 'Q2', 'Q3', 'Q4'].every((part) => filled.has(`${code}/${part}`))
  const unanswered = codes.filter((code) => !isAnswered(code))
  return { asked: codes.length, answered: codes.length - unanswered.length, unanswered }
}
