import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import {
  add,
  atLeast,
  compare,
  decimal,
  div,
  isZero,
  mul,
  ok,
  one,
  parseDecimal,
  ratio,
  refuse,
  sum,
  toDecimalString,
  zero,
  type Ratio,
  type Result,
} from '@/lib/values'
import { areGrades, gradeAt, usualGrades, type Grade, type GradeBounds } from './grades'
import type { Verdict } from './types'

/**
 * How an evaluation turns results into a score. The notice issues none (R13): until a document does, a scheme has no
 * document number and whatever it yields is a simulation.
 */
export interface ScoringScheme {
  readonly documentNumber: string | null
  /** proportional: the share of the requirement that was reached, at most all of it; allOrNothing: reached or not. */
  readonly method: 'proportional' | 'allOrNothing'
  /** Points of each result; together exactly 100. */
  readonly weights: Readonly<Record<IndicatorCode, string>>
  /** Where the grades begin (R13); the usual bounds if it does not say. */
  readonly grades?: GradeBounds
}

/** Why a scheme cannot stand. */
export type SchemeRefusal =
  | { readonly code: 'weightNotANumber'; readonly indicator: IndicatorCode; readonly got: string }
  | { readonly code: 'weightsNot100' | 'gradesNotFalling'; readonly got: string }

/** Marks of people for the results that only they can judge, from 0 to 100; a result without one is still open. */
export type Marks = { readonly [code in IndicatorCode]?: string }

/** What one result adds to the score. Share and points are exact; null while the result is open. */
export interface ScoreLine {
  readonly indicator: IndicatorCode
  readonly weight: string
  readonly share: string | null
  readonly points: string | null
}

/** The score of a city. While a result is open there is no total, only the bounds between which it will lie. */
export interface Score {
  readonly lines: readonly ScoreLine[]
  readonly total: string | null
  readonly grade: Grade | null
  readonly open: readonly IndicatorCode[]
  readonly atLeast: string
  readonly atMost: string
}

/** Reads a scheme: nineteen weights from 0 that together make 100, and grades that begin lower and lower. */
export function checkScheme(scheme: ScoringScheme): Result<ScoringScheme, SchemeRefusal> {
  const weights: Ratio[] = []
  for (const indicator of indicatorCodes) {
    const got = scheme.weights[indicator]
    const weight = parseDecimal(got)
    if (!weight || weight.num < 0n) return refuse({ code: 'weightNotANumber', indicator, got })
    weights.push(weight)
  }
  const { excellent, good, fair } = scheme.grades ?? usualGrades
  if (!areGrades({ excellent, good, fair })) {
    return refuse({ code: 'gradesNotFalling', got: `${excellent}, ${good}, ${fair}` })
  }
  const total = sum(weights)
  return compare(total, HUNDRED) === 0
    ? ok(scheme)
    : refuse({ code: 'weightsNot100', got: toDecimalString(total) })
}

const HUNDRED = ratio(100n)

/**
 * Scores the verdicts on a city by a checked scheme. What is missing, not computable or not yet judged is open: it
 * never counts as nothing, and never as reached.
 */
export function scoreOf(scheme: ScoringScheme, verdicts: readonly Verdict[], marks: Marks = {}): Score {
  const byCode = new Map(verdicts.map((verdict) => [verdict.indicator, verdict]))
  let least = zero
  let most = zero
  const open: IndicatorCode[] = []
  const lines = indicatorCodes.map((indicator): ScoreLine => {
    const weight = decimal(scheme.weights[indicator])
    const share = shareOf(scheme, byCode.get(indicator), marks[indicator])
    const points = share && mul(share, weight)
    least = add(least, points ?? zero)
    most = add(most, points ?? weight)
    if (!share && !isZero(weight)) open.push(indicator)
    return {
      indicator,
      weight: scheme.weights[indicator],
      share: share ? toDecimalString(share) : null,
      points: points ? toDecimalString(points) : null,
    }
  })
  const bounds = { atLeast: toDecimalString(least), atMost: toDecimalString(most) }
  const total = open.length === 0
  return {
    lines,
    open,
    ...bounds,
    total: total ? bounds.atLeast : null,
    grade: total ? gradeAt(least, scheme.grades) : null,
  }
}

/** The share of a result that was reached, from 0 to 1; undefined while it is open. */
function shareOf(
  scheme: ScoringScheme,
  verdict: Verdict | undefined,
  mark: string | undefined,
): Ratio | undefined {
  if (!verdict) return undefined
  if (verdict.code === 'needsJudgement') return mark === undefined ? undefined : div(markOf(mark), HUNDRED)
  if (verdict.actual === null || verdict.required === null) return undefined
  const required = decimal(verdict.required)
  const reached = atLeast(decimal(verdict.actual), required) ? one : div(decimal(verdict.actual), required)
  return scheme.method === 'proportional' || reached === one ? reached : zero
}

function markOf(text: string): Ratio {
  const mark = decimal(text)
  if (mark.num < 0n || !atLeast(HUNDRED, mark)) throw new RangeError(`not a mark from 0 to 100: ${text}`)
  return mark
}
