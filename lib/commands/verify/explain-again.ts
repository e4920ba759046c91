import type { Explanation } from '@/lib/rules'
import type { Period } from '@/lib/values'
import { alternativesAgain } from './alternatives-again'
import { countAgain } from './count-again'
import { Fraction } from './fraction'
import { growthAgain } from './growth-again'
import { judgedAt, type Answer, type Question, type Subject } from './result-again'
import { Sheet, type Figures, type Term } from './sheet'

/** What follows from the figures: the parts of an explanation that nobody is free to choose. */
export type Consequence = Pick<
  Explanation,
  'judgedAt' | 'verdict' | 'reason' | 'missing' | 'steps' | 'alternatives'
> & {
  /** Numbers of the readings used, in order. */
  readonly readings: readonly string[]
  /** Periods that are listed as inputs, oldest first. */
  readonly inputs: readonly Period[]
}

/**
 * Writes the explanation again from the figures, the parameter and the configuration it names. A second implementation
 * of the rules, which shares no code with lib/rules; that it comes to the same is what makes an explanation proof.
 */
export function explainAgain(
  given: Explanation,
  subject: Subject,
  figures: Figures,
  withAlternatives: boolean,
): Consequence {
  const sheet = new Sheet(figures)
  const [parameter] = given.parameters
  const { quarter, k } = judgedAt(given.configuration, given.asOf)
  const at = { judgedAt: `${given.configuration.baseYear + k}Q${quarter}` as const }
  if (subject.kind === 'qualitative' || !parameter) {
    return {
      ...at,
      ...consequence({ verdict: 'needsJudgement', readings: ['R11'] }),
      steps: [],
      inputs: [],
      alternatives: [],
    }
  }
  const question: Question = {
    subject,
    configuration: given.configuration,
    asOf: given.asOf,
    threshold: thresholdOf(parameter),
    valid: new Map(
      given.inputs.flatMap(({ period, valid }) => (valid === undefined ? [] : [[period, valid]])),
    ),
  }
  const outside = statedOutside(given, subject, k)
  const answer = outside ?? (subject.kind === 'growth' ? growthAgain : countAgain)(question, sheet, true)
  const alternatives = withAlternatives && !outside ? alternativesAgain(question, sheet, answer.verdict) : []
  const own = parameter.code === 'target' ? ['R10'] : []
  return {
    ...at,
    ...consequence({ ...answer, readings: [...answer.readings, ...own] }),
    steps: sheet.steps,
    alternatives,
    inputs: [...sheet.asked]
      .filter((period) => figures.has(period) || (answer.missing ?? []).includes(period))
      .sort(),
  }
}

function thresholdOf(parameter: Explanation['parameters'][number]): Term {
  const value = Fraction.read(parameter.value) ?? Fraction.zero
  return { value, as: { of: 'parameter', code: parameter.code, value: value.toString() } }
}

const STATED: readonly string[] = ['restatedBase', 'unitChanged', 'differentSpan']

/** A restated base, a changed unit or a period of another length is known from outside the figures (R8): that it was so stated is all there is. */
function statedOutside({ reason }: Explanation, { kind }: Subject, k: number): Answer | undefined {
  if (kind !== 'growth' || k < 1 || reason === null || !STATED.includes(reason)) return undefined
  return { verdict: 'notComputable', reason, readings: ['R3', 'R8'] }
}

function consequence({ verdict, reason, missing, readings }: Answer) {
  return { verdict, reason: reason ?? null, missing: missing ?? null, readings }
}
