import { indicator, type IndicatorCode } from '@/lib/notice'
import {
  add,
  atLeast,
  ceiling,
  compare,
  decimal,
  div,
  isZero,
  mul,
  one,
  ratio,
  sub,
  toDecimalString,
  zero,
  type Ratio,
} from '@/lib/values'
import { gradesFrom, usualGrades, type Grade } from './grades'
import { shareOf, type Score, type ScoringScheme } from './score'
import type { Verdict } from './types'

/** One figure raised: from what it is to what it would have to be, both as the verdict counts them (to date). */
export interface Raise {
  readonly indicator: IndicatorCode
  readonly from: string
  readonly to: string
  /** The points this raise is worth. */
  readonly points: string
}

/** What would lift a score to the next grade. */
export interface Lift {
  readonly grade: Grade
  readonly from: string
  /** Points still wanting. */
  readonly wanting: string
  /**
   * The raises whose requirements, taken together, grow least: of all that would lift the grade, those with the
   * smallest sum of (raise ÷ requirement). Null when the numeric results alone cannot lift it.
   */
  readonly cheapest: readonly Raise[] | null
  /** Each single figure that would lift the grade by itself. */
  readonly alone: readonly Raise[]
}

interface Candidate {
  readonly indicator: IndicatorCode
  readonly weight: Ratio
  readonly actual: Ratio
  readonly required: Ratio
  /** What is missing to the whole requirement, as a share of it. */
  readonly lacking: Ratio
  /** Points won by reaching the requirement. */
  readonly worth: Ratio
}

/** The cheapest figures that would lift a city to the next grade; null while the score is open, or is in the highest. */
export function cheapestLift(scheme: ScoringScheme, score: Score, verdicts: readonly Verdict[]): Lift | null {
  if (score.total === null) return null
  const total = decimal(score.total)
  const grades = gradesFrom(scheme.grades ?? usualGrades)
  const next = grades.findLast(({ from }) => compare(decimal(from), total) > 0)
  if (!next) return null
  const wanting = sub(decimal(next.from), total)
  const candidates = candidatesOf(scheme, verdicts)
  const chosen =
    scheme.method === 'proportional' ? greedy(candidates, wanting) : smallestSet(candidates, wanting)
  return {
    ...next,
    wanting: toDecimalString(wanting),
    cheapest: chosen,
    alone: candidates
      .filter(({ worth }) => atLeast(worth, wanting))
      .map((candidate) => raiseOf(scheme, candidate, wanting)),
  }
}

function candidatesOf(scheme: ScoringScheme, verdicts: readonly Verdict[]): readonly Candidate[] {
  return verdicts.flatMap((verdict): Candidate[] => {
    const weight = decimal(scheme.weights[verdict.indicator])
    const share = shareOf(scheme, verdict, undefined)
    if (!share || verdict.actual === null || verdict.required === null) return []
    const actual = decimal(verdict.actual)
    const required = decimal(verdict.required)
    if (atLeast(actual, required) || isZero(weight)) return []
    const lacking = div(sub(required, actual), required)
    return [
      {
        indicator: verdict.indicator,
        weight,
        actual,
        required,
        lacking,
        worth: mul(sub(one, share), weight),
      },
    ]
  })
}

/**
 * Points cost the same effort everywhere within one result, so the heaviest results come first and the last in part; among
 * equally heavy ones those with most to gain, so that few figures need to rise.
 */
function greedy(candidates: readonly Candidate[], wanting: Ratio): readonly Raise[] | null {
  const raises: Raise[] = []
  let rest = wanting
  for (const candidate of [...candidates].sort(
    (a, b) => compare(b.weight, a.weight) || compare(b.worth, a.worth),
  )) {
    if (rest.num <= 0n) break
    const part = atLeast(rest, candidate.worth) ? candidate.worth : rest
    raises.push(raiseOf({ method: 'proportional' }, candidate, part))
    rest = sub(rest, part)
  }
  return rest.num <= 0n ? raises : null
}

/** Results that count only whole: every set of them is tried (at most 2^11). */
function smallestSet(candidates: readonly Candidate[], wanting: Ratio): readonly Raise[] | null {
  let best: { readonly cost: Ratio; readonly set: readonly Candidate[] } | null = null
  for (let bits = 1; bits < 2 ** candidates.length; bits++) {
    const set = candidates.filter((_, i) => (bits & (1 << i)) !== 0)
    const worth = set.reduce((all, { worth }) => add(all, worth), zero)
    const cost = set.reduce((all, { lacking }) => add(all, lacking), zero)
    if (atLeast(worth, wanting) && (!best || compare(cost, best.cost) < 0)) best = { cost, set }
  }
  return best && best.set.map((candidate) => raiseOf({ method: 'allOrNothing' }, candidate, candidate.worth))
}

/** The figure that is worth at least so many points, rounded up to a figure that can be reported. */
function raiseOf({ method }: Pick<ScoringScheme, 'method'>, candidate: Candidate, points: Ratio): Raise {
  const { required, actual, weight } = candidate
  const exact = method === 'allOrNothing' ? required : add(actual, div(mul(points, required), weight))
  const to = reportable(candidate.indicator, exact)
  const reached = atLeast(to, required) ? required : to
  const worth = method === 'allOrNothing' ? weight : div(mul(weight, sub(reached, actual)), required)
  return {
    indicator: candidate.indicator,
    from: toDecimalString(actual),
    to: toDecimalString(to),
    points: toDecimalString(worth),
  }
}

/** Amounts are reported to the yuan and finer at will; everything else in whole units. */
function reportable(code: IndicatorCode, value: Ratio): Ratio {
  const places =
    indicator(code).unit === '万元' ? 10_000n : indicator(code).unit === '亿元' ? 100_000_000n : 1n
  return ratio(ceiling(mul(value, ratio(places))), places)
}
