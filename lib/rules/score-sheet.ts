import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import { add, decimal, div, mul, ratio, toDecimalString, zero, type Ratio } from '@/lib/values'
import { gradeAt, type Grade } from './grades'
import { scoreOf, type Marks, type ScoringScheme } from './score'
import type { Verdict } from './types'

/** Another share than the rules give a result, in per cent from 0 to 100 as an exact decimal. */
export type Overrides = { readonly [code in IndicatorCode]?: string }

/** One line of a score sheet. Shares (0 to 1) and points are exact; null while open. */
export interface SheetLine {
  readonly indicator: IndicatorCode
  readonly weight: string
  /** As the rules or the readers give it, before any override. */
  readonly given: string | null
  /** As it counts. */
  readonly share: string | null
  readonly points: string | null
  readonly overridden: boolean
}

/** The score of an evaluation. While a result is open there is no total, only the bounds between which it will lie. */
export interface ScoreSheet {
  readonly lines: readonly SheetLine[]
  readonly open: readonly IndicatorCode[]
  readonly total: string | null
  readonly grade: Grade | null
  /** Hundredths of a point, rounded down; null while open. */
  readonly basisPoints: number | null
  readonly atLeast: string
  readonly atMost: string
}

const HUNDRED = ratio(100n)

/** Scores a city by a checked scheme: what the rules and the readers give, with overrides in its place. */
export function scoreSheet(
  scheme: ScoringScheme,
  verdicts: readonly Verdict[],
  marks: Marks,
  overrides: Overrides,
): ScoreSheet {
  const given = new Map(scoreOf(scheme, verdicts, marks).lines.map((line) => [line.indicator, line.share]))
  let least: Ratio = zero
  let most: Ratio = zero
  const open: IndicatorCode[] = []
  const lines = indicatorCodes.map((indicator): SheetLine => {
    const weight = decimal(scheme.weights[indicator])
    const override = overrides[indicator]
    const before = given.get(indicator) ?? null
    const share =
      override === undefined ? (before === null ? null : decimal(before)) : div(decimal(override), HUNDRED)
    const points = share && mul(share, weight)
    least = add(least, points ?? zero)
    most = add(most, points ?? weight)
    if (points === null && weight.num !== 0n) open.push(indicator)
    return {
      indicator,
      weight: scheme.weights[indicator],
      given: before,
      share: share && toDecimalString(share),
      points: points && toDecimalString(points),
      overridden: override !== undefined,
    }
  })
  const isWhole = open.length === 0
  return {
    lines,
    open,
    total: isWhole ? toDecimalString(least) : null,
    grade: isWhole ? gradeAt(least, scheme.grades) : null,
    basisPoints: isWhole ? Number((least.num * 100n) / least.den) : null,
    atLeast: toDecimalString(least),
    atMost: toDecimalString(most),
  }
}
