import { indicatorCodes, isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import type { CellContent, Part } from '@/lib/store/cells'
import type { ReportContent } from '@/lib/store/versions'
import { decimal, sub, toDecimalString } from '@/lib/values'

/** One answer of a report beside the same one of another. A null side: it was not answered there. */
export interface FigureDifference {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly before: CellContent | null
  readonly after: CellContent | null
  /** after − before, exactly; null where one of them is no figure. */
  readonly change: string | null
  /** Whether figure, text, reason or source differ. */
  readonly isChanged: boolean
}

/** The rows of one register in two reports. */
export interface RowDifference {
  readonly indicator: IndicatorCode
  readonly before: number
  readonly after: number
  /** By row: rows keep their identity between versions, never between quarters. */
  readonly added: number
  readonly gone: number
}

/** Every answer that either has, in the order of the notice: the whole before its parts. */
export function figureDifferences(before: ReportContent, after: ReportContent): FigureDifference[] {
  const key = (cell: { indicator: string; part: string }): string => `${cell.indicator}/${cell.part}`
  const was = new Map(before.cells.map((cell) => [key(cell), cell.content]))
  const is = new Map(after.cells.map((cell) => [key(cell), cell.content]))
  const order = (both: string): number => indicatorCodes.findIndex((code) => both.startsWith(`${code}/`))
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .toSorted((a, b) => order(a) - order(b))
    .flatMap((both): FigureDifference[] => {
      const [indicator = '', part = ''] = both.split('/')
      const [old, now] = [was.get(both) ?? null, is.get(both) ?? null]
      if (!isIndicatorCode(indicator)) return []
      const change =
        old?.state === 'figure' && now?.state === 'figure'
          ? toDecimalString(sub(decimal(now.value), decimal(old.value)))
          : null
      const isChanged = JSON.stringify(old) !== JSON.stringify(now)
      return [{ indicator, part: part as Part, before: old, after: now, change, isChanged }]
    })
}

/** The registers that have rows in either. */
export function rowDifferences(before: ReportContent, after: ReportContent): RowDifference[] {
  const ids = (content: ReportContent, code: IndicatorCode): Set<string> =>
    new Set(content.rows.filter(({ indicator }) => indicator === code).map(({ id }) => id))
  return indicatorCodes.flatMap((indicator): RowDifference[] => {
    const [was, is] = [ids(before, indicator), ids(after, indicator)]
    if (was.size + is.size === 0) return []
    const added = [...is].filter((id) => !was.has(id)).length
    const gone = [...was].filter((id) => !is.has(id)).length
    return [{ indicator, before: was.size, after: is.size, added, gone }]
  })
}
