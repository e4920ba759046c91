import { indicator, interpretation, isNumeric, notice } from '@/lib/notice'
import type { Indicator, IndicatorCode, NumericIndicator, ReadingId } from '@/lib/notice'
import type { Quarter } from '@/lib/values'
import { alternativesTo, inFull } from './alternatives'
import { decide } from './decide'
import type { Decision } from './decision'
import { lacksOf } from './no-figure'
import { momentOf } from './span'
import { textOf, type StepTerm } from './term'
import { thresholdOf } from './threshold'
import type {
  Configuration,
  ExplainedParameter,
  Explanation,
  IndicatorFacts,
  JudgeOptions,
  Judgement,
  Verdict,
} from './types'
import { ruleVersion } from './version'
import { Working } from './working'

/** Judges one result of one city as of a quarter: the verdict, and the explanation emitted by the same run. */
export function judge(
  code: IndicatorCode,
  facts: IndicatorFacts,
  configuration: Configuration,
  asOf: Quarter,
  options: JudgeOptions = {},
): Judgement {
  const subject = indicator(code)
  if (!isNumeric(subject)) return judgementByPeople(subject, configuration, asOf)
  const working = Working.explained(facts)
  const against = options.target === undefined ? 'floor' : 'target'
  const threshold = thresholdOf(subject, options.target)
  const decision = decide(subject, working, configuration, asOf, threshold, options.notComputable)
  const alternatives =
    options.alternatives === false || options.notComputable
      ? []
      : alternativesTo(subject, working, configuration, asOf, threshold, decision.code)
  const verdict = verdictOf(subject, configuration, asOf, decision, against, facts)
  const body = {
    parameters: [parameterOf(subject, options, textOf(threshold))],
    inputs: working.inputs(decision.missing ?? []),
    steps: working.steps(),
    alternatives,
  }
  return { verdict, explanation: explanationOf(subject, configuration, verdict, body) }
}

/**
 * The verdict on one numeric result without its explanation and pace, where only the word and the numbers are shown.
 * It is decided by the same functions on the same sheet; only the writing down is left out.
 */
export function verdictOnly(
  subject: NumericIndicator,
  facts: IndicatorFacts,
  configuration: Configuration,
  asOf: Quarter,
  notComputable?: JudgeOptions['notComputable'],
): Verdict {
  const decision = decide(
    subject,
    Working.verdict(facts),
    configuration,
    asOf,
    thresholdOf(subject),
    notComputable,
  )
  return verdictOf(subject, configuration, asOf, decision, 'floor', facts)
}

function verdictOf(
  subject: Indicator,
  configuration: Configuration,
  asOf: Quarter,
  decision: Decision,
  against: Verdict['against'],
  facts: IndicatorFacts,
): Verdict {
  const readings: readonly ReadingId[] =
    against === 'target' ? [...decision.readings, 'R10'] : decision.readings
  const verdict = {
    code: decision.code,
    indicator: subject.code,
    asOf,
    judgedAt: momentOf(asOf, configuration).judgedAt,
    reason: decision.reason ?? null,
    actual: exact(decision.actual),
    required: exact(decision.required),
    gap: exact(decision.gap),
    neededPerQuarter: exact(decision.neededPerQuarter),
    missing: decision.missing ?? null,
    readings,
    pace: decision.pace ?? null,
    against,
  }
  return decision.missing === undefined ? verdict : { ...verdict, ...lacksOf(decision.missing, facts) }
}

function exact(term: StepTerm | undefined): string | null {
  return term ? textOf(term) : null
}

function parameterOf(subject: NumericIndicator, options: JudgeOptions, value: string): ExplainedParameter {
  const unit = subject.kind === 'growth' ? 'percentAYear' : 'count'
  if (options.target === undefined) return { code: 'floor', value, unit, since: notice.announced }
  return { code: 'target', value, unit, since: options.targetSince ?? null }
}

type Body = Pick<Explanation, 'parameters' | 'inputs' | 'steps' | 'alternatives'>

function explanationOf(
  subject: Indicator,
  configuration: Configuration,
  verdict: Verdict,
  body: Body,
): Explanation {
  return {
    schema: 'chengji.explanation/1',
    ruleVersion,
    document: notice.documentNumber,
    indicator: subject.code,
    clause: subject.clause,
    unit: subject.unit,
    asOf: verdict.asOf,
    judgedAt: verdict.judgedAt,
    configuration: inFull(configuration),
    parameters: body.parameters,
    inputs: body.inputs,
    steps: body.steps,
    readings: verdict.readings.map((id) => ({ id, dated: interpretation(id).dated })),
    alternatives: body.alternatives,
    verdict: verdict.code,
    reason: verdict.reason,
    missing: verdict.missing,
  }
}

/** What figures cannot decide is left to people, whatever the figures (R11). */
function judgementByPeople(subject: Indicator, configuration: Configuration, asOf: Quarter): Judgement {
  const decision = { code: 'needsJudgement', readings: ['R11'] } as const
  const verdict = verdictOf(subject, configuration, asOf, decision, 'floor', {})
  const body = { parameters: [], inputs: [], steps: [], alternatives: [] }
  return { verdict, explanation: explanationOf(subject, configuration, verdict, body) }
}
