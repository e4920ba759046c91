import { indicator as indicatorOf, type BreakdownPart, type IndicatorCode } from '@/lib/notice'
import type { CellContent, CellKind } from '@/lib/entry/content'
import type { Part } from '@/lib/store/cells'
import type { Period } from '@/lib/values'
import { askedCells } from './asked-cells'
import type { Beside, FormRow } from './form-rows'

/** One result of a report, to be read or signed. */
export interface ContentLine {
  readonly indicator: IndicatorCode
  readonly kind: CellKind
  /** One cell, or of the base year its four quarters and its total; blank where nothing was answered. */
  readonly cells: readonly { readonly part: Part; readonly content: CellContent }[]
  /** The parts of a figure, where it was reported by them. */
  readonly parts: readonly { readonly part: BreakdownPart; readonly content: CellContent }[]
  /** What the register says of a count. */
  readonly counted: { readonly rows: number; readonly total: number; readonly fresh: number } | null
  /** What the city submitted for the quarter before and for the same quarter of last year, where that is shown. */
  readonly beside: Pick<Beside, 'previous' | 'lastYear'> | null
}

/** A result with every cell that the report asks of it. */
export function contentLine(
  period: Period,
  code: IndicatorCode,
  cells: readonly { readonly indicator: IndicatorCode; readonly part: Part; readonly content: CellContent }[],
  counted: ContentLine['counted'],
): ContentLine {
  const { kind, breakdown } = indicatorOf(code)
  const at = (part: Part): CellContent =>
    cells.find((cell) => cell.indicator === code && cell.part === part)?.content ?? { state: 'blank' }
  return {
    indicator: code,
    kind,
    cells: askedCells(period)
      .filter(({ indicator }) => indicator.code === code)
      .map(({ part }) => ({ part, content: at(part) })),
    parts: givenParts(breakdown.map((part) => ({ part, content: at(part) }))),
    counted: kind === 'count' ? counted : null,
    beside: null,
  }
}

/** None where no part was given, all where one was: a blank one is then seen. */
export function givenParts<P extends { readonly content: CellContent }>(parts: readonly P[]): readonly P[] {
  return parts.some(({ content }) => content.state !== 'blank') ? parts : []
}

/** The same of a report in hand. */
export const draftLine = ({ indicator, kind, cells, parts, counted, beside }: FormRow): ContentLine => ({
  indicator,
  kind,
  cells,
  parts: givenParts(parts),
  counted: counted && {
    rows: counted.rows,
    total: Number(counted.cumulative),
    fresh: Number(counted.added),
  },
  beside,
})
