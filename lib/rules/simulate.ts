import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { cheapestLift, type Lift } from './cheapest-lift'
import { instalmentsOf, type BandTable, type Instalments } from './instalments'
import { judge } from './judge'
import { scoreOf, type Marks, type Score, type ScoringScheme } from './score'
import type { Configuration, Explanation, Facts, FigureFact, IncomparableBases, Verdict } from './types'

/** A figure as it might be: null takes it away. */
export interface SupposedFigure {
  readonly indicator: IndicatorCode
  readonly period: Period
  readonly value: string | null
}

/** What is supposed, and nothing of it stored. */
export interface Supposition {
  readonly figures: readonly SupposedFigure[]
  readonly marks: Marks
  readonly scheme: ScoringScheme
  /** Null: bands unspecified, as long as no document gives them (R12). */
  readonly bands: BandTable | null
  /** Growth results that are not judged whatever their figures, because their base is not comparable (R8). */
  readonly incomparable?: IncomparableBases
}

/** One side of a simulation. */
export interface Outcome {
  readonly verdicts: readonly Verdict[]
  /** Why each verdict is what it is, in the same order. */
  readonly explanations: readonly Explanation[]
  readonly score: Score
  readonly instalments: Instalments
}

/** A simulation (模拟): `simulated` goes wherever its numbers go. */
export interface Simulation {
  readonly simulated: true
  readonly asIs: Outcome
  readonly supposed: Outcome
  /** Results whose verdict the supposed figures change. */
  readonly changed: readonly {
    readonly indicator: IndicatorCode
    readonly from: Verdict['code']
    readonly to: Verdict['code']
  }[]
  readonly lift: Lift | null
}

/** Facts with some figures supposed otherwise; the rest stays as accepted. */
function supposeFigures(facts: Facts, figures: readonly SupposedFigure[]): Facts {
  const supposed: Partial<Record<IndicatorCode, Record<string, FigureFact | undefined>>> = {}
  for (const { indicator, period, value } of figures) {
    supposed[indicator] = { ...(supposed[indicator] ?? facts[indicator]), [period]: { value } }
  }
  return { ...facts, ...supposed }
}

/** What grade and how much money supposed figures, marks, weights and bands would give. Pure: it stores nothing. */
export function simulate(
  facts: Facts,
  configuration: Configuration,
  asOf: Quarter,
  { figures, marks, scheme, bands, incomparable }: Supposition,
): Simulation {
  const outcome = (given: Facts): Outcome => {
    const judged = indicatorCodes.map((code) => {
      const notComputable = incomparable?.[code]
      return judge(code, given[code] ?? {}, configuration, asOf, notComputable ? { notComputable } : {})
    })
    const verdicts = judged.map(({ verdict }) => verdict)
    const explanations = judged.map(({ explanation }) => explanation)
    const score = scoreOf(scheme, verdicts, marks)
    return { verdicts, explanations, score, instalments: instalmentsOf(bands, score.total) }
  }
  const asIs = outcome(facts)
  const supposed = figures.length === 0 ? asIs : outcome(supposeFigures(facts, figures))
  return {
    simulated: true,
    asIs,
    supposed,
    changed: changedVerdicts(asIs.verdicts, supposed.verdicts),
    lift: cheapestLift(scheme, supposed.score, supposed.verdicts),
  }
}

/** The results whose verdicts differ between two judgings of the same city. */
function changedVerdicts(before: readonly Verdict[], after: readonly Verdict[]): Simulation['changed'] {
  const later = new Map(after.map((verdict) => [verdict.indicator, verdict.code]))
  return before.flatMap(({ indicator, code }) => {
    const to = later.get(indicator) ?? code
    return to === code ? [] : [{ indicator, from: code, to }]
  })
}
