import { isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import type { CellContent, Part } from '@/lib/store/cells'
import type { ReportContent } from '@/lib/store/versions'

/** What a version changed against the one before it. A null side: the cell was not answered there. */
export interface CellChange {
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly before: CellContent | null
  readonly after: CellContent | null
}

type Row = ReportContent['rows'][number]

/** A row of a register as the version has it, and how it differs from the version before. */
export interface MarkedRow {
  readonly row: Row
  /** `same` also where there is no version before. */
  readonly mark: 'same' | 'added' | 'removed' | 'changed' | 'withdrawn'
  /** As it was, where it was changed. */
  readonly before: Row | null
  /** Why it was withdrawn. */
  readonly reason: string | null
}

/** The cells that differ between two versions, additions and removals included. */
export function changedCells(before: ReportContent, after: ReportContent): CellChange[] {
  const key = (cell: { indicator: string; part: string }) => `${cell.indicator}/${cell.part}`
  const was = new Map(before.cells.map((cell) => [key(cell), cell.content]))
  const is = new Map(after.cells.map((cell) => [key(cell), cell.content]))
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((both): CellChange[] => {
    const [indicator = '', part = ''] = both.split('/')
    const [old, now] = [was.get(both) ?? null, is.get(both) ?? null]
    if (!isIndicatorCode(indicator) || JSON.stringify(old) === JSON.stringify(now)) return []
    return [{ indicator, part: part as Part, before: old, after: now }]
  })
}

/**
 * Every row of one register, those that were withdrawn or taken out last; without a version before, all that stand are the
 * same.
 */
export function markedRows(
  indicator: IndicatorCode,
  before: ReportContent | null,
  after: ReportContent,
): MarkedRow[] {
  const of = <R extends Row>(rows: readonly R[]): readonly R[] =>
    rows.filter((row) => row.indicator === indicator)
  const plain = { before: null, reason: null }
  const is = of(after.rows)
  const withdrawn = of(after.withdrawn).map(({ reason, ...row }): MarkedRow => {
    return { row, mark: 'withdrawn', before: null, reason }
  })
  if (before === null) return [...is.map((row): MarkedRow => ({ row, mark: 'same', ...plain })), ...withdrawn]
  const was = new Map(of(before.rows).map((row) => [row.id, row]))
  const kept = new Set([...is, ...of(after.withdrawn)].map(({ id }) => id))
  return [
    ...is.map((row): MarkedRow => {
      const old = was.get(row.id)
      if (old === undefined) return { row, mark: 'added', ...plain }
      if (JSON.stringify(old) === JSON.stringify(row)) return { row, mark: 'same', ...plain }
      return { row, mark: 'changed', before: old, reason: null }
    }),
    ...withdrawn,
    ...[...was.values()]
      .filter(({ id }) => !kept.has(id))
      .map((row): MarkedRow => ({ row, mark: 'removed', ...plain })),
  ]
}
