import { indicatorCodes } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { judge } from './judge'
import type { Marks, ScoringScheme } from './score'
import { scoreSheet, type Overrides, type ScoreSheet } from './score-sheet'
import type { Configuration, Facts, IncomparableBases, Judgement } from './types'

/** Everything that the score of an evaluation rests on. */
export interface FrozenInputs {
  readonly asOf: Quarter
  readonly facts: Facts
  readonly configuration: Configuration
  readonly incomparable: IncomparableBases
  readonly scheme: ScoringScheme
  readonly marks: Marks
  readonly overrides: Overrides
}

/** Verdicts with their explanations against the floor of the notice, and the score sheet: the same inputs, the same score. */
export function evaluateFrozen(inputs: FrozenInputs): {
  readonly judgements: readonly Judgement[]
  readonly sheet: ScoreSheet
} {
  const { asOf, facts, configuration, incomparable, scheme, marks, overrides } = inputs
  const judgements = indicatorCodes.map((code) => {
    const notComputable = incomparable[code]
    const options = notComputable === undefined ? {} : { notComputable }
    return judge(code, facts[code] ?? {}, configuration, asOf, { alternatives: false, ...options })
  })
  const verdicts = judgements.map(({ verdict }) => verdict)
  return { judgements, sheet: scoreSheet(scheme, verdicts, marks, overrides) }
}
