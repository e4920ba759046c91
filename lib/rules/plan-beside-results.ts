import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import { compare, decimal, ratio, sub, toDecimalString, type Ratio } from '@/lib/values'
import { parentOf } from './plan-task'

/** A task of the approved plan as far as it stands beside results. */
export interface PlannedWork {
  readonly code: string
  readonly indicators: readonly IndicatorCode[]
  readonly endsOn: string | null
  /** Central money in yuan: planned, null where nothing was said, and spent. */
  readonly central: bigint | null
  readonly spent: bigint
  /** What was said last of how far it has come, in per cent. */
  readonly percent: number | null
}

/** What the plan does for one result, beside how much of it is there. */
export interface PlanBesideResult {
  readonly indicator: IndicatorCode
  readonly tasks: number
  /** Tasks said to be at 100 %, and those whose last day has passed without. */
  readonly done: number
  readonly overdue: number
  /** Central money of these tasks, in yuan; a task that serves several results is in each of them. */
  readonly central: bigint
  readonly spent: bigint
  /** Spent ÷ planned, exact; null where nothing was planned. */
  readonly rate: string | null
  /** Actual ÷ required to date, exact; null where that cannot be said. */
  readonly achieved: string | null
  /** Spent further than achieved: rate − achieved above nothing. */
  readonly isAhead: boolean
}

/**
 * The numeric results that tasks of the plan serve, those whose money is furthest ahead of them first, then in the order of
 * the notice. Only tasks without others below them are counted. @param achieved actual ÷ required of each result
 */
export function planBesideResults(
  works: readonly PlannedWork[],
  achieved: Readonly<Partial<Record<IndicatorCode, string>>>,
  today: string,
): readonly PlanBesideResult[] {
  const above = new Set(works.map(({ code }) => parentOf(code)))
  const leaves = works.filter(({ code }) => !above.has(code))
  const found = numericIndicators.flatMap(({ code }) => {
    const own = leaves.filter(({ indicators }) => indicators.includes(code))
    if (own.length === 0) return []
    const sum = (of: (work: PlannedWork) => bigint) => own.reduce((total, each) => total + of(each), 0n)
    const central = sum((each) => each.central ?? 0n)
    const spent = sum((each) => each.spent)
    const rate = central === 0n ? null : ratio(spent, central)
    const there = achieved[code]
    const ahead = rate === null || there === undefined ? null : sub(rate, decimal(there))
    return [
      {
        ahead,
        result: {
          indicator: code,
          tasks: own.length,
          done: own.filter(({ percent }) => percent === 100).length,
          overdue: own.filter(({ percent, endsOn }) => percent !== 100 && endsOn !== null && endsOn < today)
            .length,
          central,
          spent,
          rate: rate && toDecimalString(rate),
          achieved: there ?? null,
          isAhead: ahead !== null && compare(ahead, NOTHING) > 0,
        },
      },
    ]
  })
  return found.toSorted(furthestFirst).map(({ result }) => result)
}

const NOTHING = ratio(0n)

/** What cannot be compared comes last. */
function furthestFirst(a: { readonly ahead: Ratio | null }, b: { readonly ahead: Ratio | null }): number {
  if (a.ahead === null || b.ahead === null) return Number(a.ahead === null) - Number(b.ahead === null)
  return compare(b.ahead, a.ahead)
}
