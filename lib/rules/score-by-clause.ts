import { indicator, type ClauseId } from '@/lib/notice'
import { add, decimal, div, isZero, toDecimalString, zero } from '@/lib/values'
import type { SheetLine } from './score-sheet'

/** What the results of one clause of the notice give together. Exact. */
export interface ClauseScore {
  readonly clause: ClauseId
  /** Points that its results could give. */
  readonly weight: string
  /** Null while one of them that weighs anything is open. */
  readonly points: string | null
  /** Points ÷ weight; null also where its results weigh nothing. */
  readonly share: string | null
}

/** The points of a score sheet, clause by clause (二·1 to 二·4), in the order of the notice. */
export function scoreByClause(lines: readonly SheetLine[]): readonly ClauseScore[] {
  const clauses = [...new Set(lines.map((line) => indicator(line.indicator).clause))]
  return clauses.map((clause): ClauseScore => {
    const own = lines.filter((line) => indicator(line.indicator).clause === clause)
    let [weight, points] = [zero, zero]
    for (const line of own) {
      weight = add(weight, decimal(line.weight))
      points = add(points, line.points === null ? zero : decimal(line.points))
    }
    const isOpen = own.some((line) => line.points === null && !isZero(decimal(line.weight)))
    return {
      clause,
      weight: toDecimalString(weight),
      points: isOpen ? null : toDecimalString(points),
      share: isOpen || isZero(weight) ? null : toDecimalString(div(points, weight)),
    }
  })
}
