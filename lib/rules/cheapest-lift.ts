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
  ratio,
  sub,
  sum,
  toDecimalString,
  type Ratio,
} from '@/lib/values'
import { gradesFrom, usualGrades, type Grade } from './grades'
import type { Score, ScoringScheme } from './score'
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
  const enough = candidates.filter(({ worth }) => atLeast(worth, wanting))
  return {
    ...next,
    wanting: toDecimalString(wanting),
    ...(scheme.method === 'proportional'
      ? { cheapest: heaviestFirst(candidates, wanting), alone: enough.map((each) => inPart(each, wanting)) }
      : { cheapest: smallestSet(candidates, wanting), alone: enough.map(wholly) }),
  }
}

function candidatesOf(scheme: ScoringScheme, verdicts: readonly Verdict[]): readonly Candidate[] {
  return verdicts.flatMap((verdict): Candidate[] => {
    const weight = decimal(scheme.weights[verdict.indicator])
    if (isZero(weight) || verdict.actual === null || verdict.required === null) return []
    const actual = decimal(verdict.actual)
    const required = decimal(verdict.required)
    if (atLeast(actual, required)) return []
    const lacking = div(sub(required, actual), required)
    const worth = scheme.method === 'proportional' ? mul(lacking, weight) : weight
    return [{ indicator: verdict.indicator, weight, actual, required, lacking, worth }]
  })
}

/**
 * Points cost the same effort everywhere within one result, so the heaviest results come first and the last in part; among
 * equally heavy ones those with most to gain, so that few figures need to rise.
 */
function heaviestFirst(candidates: readonly Candidate[], wanting: Ratio): readonly Raise[] | null {
  const raises: Raise[] = []
  let rest = wanting
  for (const candidate of candidates.toSorted(
    (a, b) => compare(b.weight, a.weight) || compare(b.worth, a.worth),
  )) {
    if (atLeast(candidate.worth, rest)) return [...raises, inPart(candidate, rest)]
    raises.push(inPart(candidate, candidate.worth))
    rest = sub(rest, candidate.worth)
  }
  return null
}

/** Results that count only whole: every set of them is tried (at most 2^11). */
function smallestSet(candidates: readonly Candidate[], wanting: Ratio): readonly Raise[] | null {
  const none: readonly Candidate[] = []
  const sets = candidates.reduce(
    (all, candidate) => [...all, ...all.map((set) => [...set, candidate])],
    [none],
  )
  const [best] = sets
    .map((set) => ({
      set,
      worth: sum(set.map(({ worth }) => worth)),
      cost: sum(set.map(({ lacking }) => lacking)),
    }))
    .filter(({ worth }) => atLeast(worth, wanting))
    .sort((a, b) => compare(a.cost, b.cost))
  return best ? best.set.map(wholly) : null
}

/** The whole requirement. */
function wholly(candidate: Candidate): Raise {
  return raised(candidate, reportable(candidate.indicator, candidate.required), candidate.worth)
}

/** The figure that is worth at least so many points, which are no more than the whole requirement is worth. */
function inPart(candidate: Candidate, points: Ratio): Raise {
  const { required, actual, weight } = candidate
  const to = reportable(candidate.indicator, add(actual, div(mul(points, required), weight)))
  const counted = atLeast(to, required) ? required : to
  return raised(candidate, to, div(mul(weight, sub(counted, actual)), required))
}

function raised({ indicator, actual }: Candidate, to: Ratio, points: Ratio): Raise {
  return {
    indicator,
    from: toDecimalString(actual),
    to: toDecimalString(to),
    points: toDecimalString(points),
  }
}

/** Rounded up to what can be reported: amounts to the yuan, everything else in whole units. */
function reportable(code: IndicatorCode, value: Ratio): Ratio {
  const places = indicator(code).unit === '万元' ? 10_000n : 1n
  return ratio(ceiling(mul(value, ratio(places))), places)
}
