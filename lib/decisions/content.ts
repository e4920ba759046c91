import { z } from 'zod'
import { indicatorCodes, indicator, isNumeric, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  checkBands,
  checkBound,
  checkScheme,
  hasBound,
  incomparableCauses,
  type Check,
  type CheckCode,
} from '@/lib/rules'
import {
  atLeast,
  compareQuarters,
  decimal,
  isQuarter,
  parseFigure,
  ratio,
  Refusal,
  refuse,
  zero,
  type Quarter,
} from '@/lib/values'
import { ADJUSTABLE_CHECKS } from './adjustable-checks'
import { BAND_LINES } from './band-lines'

export const DECISION_KINDS = [
  'configuration',
  'derogation',
  'bandTable',
  'scoringScheme',
  'checkSeverity',
  'comparability',
  'materiality',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** Whether a decision may change the severity of a check. */
export const isAdjustable = (code: CheckCode): boolean =>
  (ADJUSTABLE_CHECKS as readonly CheckCode[]).includes(code)

const codes = numericIndicators.map(({ code }) => code) as [IndicatorCode, ...IndicatorCode[]]
const growthCodes = numericIndicators.filter(({ kind }) => kind === 'growth').map(({ code }) => code) as [
  IndicatorCode,
  ...IndicatorCode[],
]
const weights = z.record(z.enum(indicatorCodes), z.string().max(20))
const grades = z.object({
  excellent: z.string().max(20),
  good: z.string().max(20),
  fair: z.string().max(20),
})
const quarter = z.custom<Quarter>((text) => typeof text === 'string' && isQuarter(text))

/** What a decision says. Readings R3 and R4 of a city; R10; R12; R13; how hard a check is and by which bound; R8; when a correction is material. */
export const decisionContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('configuration'),
    baseYear: z.int().min(2015).max(2035),
    intervals: z.int().min(1).max(5),
    path: z.enum(['compound', 'linear']),
    share: z.enum(['ownProfile', 'equalQuarters']),
  }),
  z.object({ kind: z.literal('derogation'), indicator: z.enum(codes), lowest: z.string().max(30) }),
  z.object({
    kind: z.literal('bandTable'),
    bands: z.array(z.object({ from: z.string().max(20), amount: z.string().max(20) })).max(BAND_LINES.most),
  }),
  z.object({
    kind: z.literal('scoringScheme'),
    method: z.enum(['proportional', 'allOrNothing']),
    weights,
    grades: grades.optional(),
  }),
  z.object({
    kind: z.literal('checkSeverity'),
    check: z.enum(ADJUSTABLE_CHECKS),
    severity: z.enum(['hard', 'soft']),
    hardFrom: quarter.nullable(),
    /** How far a figure may lie from the city's own history; for the checks that have such a bound. */
    bound: z.string().max(20).optional(),
  }),
  z.object({
    kind: z.literal('comparability'),
    indicator: z.enum(growthCodes),
    cause: z.enum(incomparableCauses),
    // The quarters judged for which the base is not comparable; without an end: all from then on.
    from: quarter,
    to: quarter.nullable(),
  }),
  z.object({ kind: z.literal('materiality'), percent: z.string().max(20) }),
])
export type DecisionContent = z.infer<typeof decisionContent>

/** What a decision meets when it begins to hold: the quarter it is now, and the checks as severe as they then are. */
export interface Circumstances {
  readonly current: Quarter
  readonly checks: readonly Check[]
}

/**
 * Refuses content that the rules do not allow to stand, however well it is formed.
 * @throws Refusal bandsWrong, weightsWrong, targetWrong, derogationNeedless, boundWrong, checkTooSoon, dateWrong,
 * thresholdWrong
 */
export function assertSound(
  content: DecisionContent,
  documentNumber: string,
  circumstances: Circumstances,
): void {
  switch (content.kind) {
    case 'configuration':
      return
    case 'derogation':
      assertDerogation(content.indicator, content.lowest)
      return
    case 'bandTable': {
      const bands = checkBands({ documentNumber, bands: content.bands })
      if (!bands.ok)
        throw new Refusal('bandsWrong', {
          why: bands.error.code,
          band: 'band' in bands.error ? String(bands.error.band) : '',
        })
      return
    }
    case 'scoringScheme': {
      const { method, weights, grades } = content
      const scheme = checkScheme({ documentNumber, method, weights, ...(grades && { grades }) })
      if (!scheme.ok) {
        const { error } = scheme
        throw new Refusal('weightsWrong', {
          why: error.code,
          got: error.got,
          indicator: 'indicator' in error ? error.indicator : '',
        })
      }
      return
    }
    case 'checkSeverity':
      assertBound(content)
      assertNoSurprise(content, circumstances)
      return
    case 'comparability':
      if (content.to !== null && compareQuarters(content.to, content.from) < 0)
        throw new Refusal('dateWrong', { got: content.to, earliest: content.from })
      return
    case 'materiality':
      if (!isThreshold(content.percent)) throw new Refusal('thresholdWrong', { got: content.percent })
  }
}

/** More than zero per cent and at most a hundred, to two places. */
const isThreshold = (percent: string): boolean =>
  /^\d{1,3}(?:\.\d{1,2})?$/.test(percent) &&
  !atLeast(zero, decimal(percent)) &&
  atLeast(ratio(100n), decimal(percent))

/** A bound lies within its range, and only a check that has one is given one. */
function assertBound({ check, bound }: Extract<DecisionContent, { kind: 'checkSeverity' }>): void {
  if (bound === undefined) return
  const read = hasBound(check) ? checkBound(check, bound) : refuse({ got: bound, below: '' })
  if (!read.ok) throw new Refusal('boundWrong', { check, ...read.error })
}

/** No city is surprised: a check that is soft for a quarter up to the present one stays so for it. */
function assertNoSurprise(
  { check: code, severity, hardFrom }: Extract<DecisionContent, { kind: 'checkSeverity' }>,
  { current, checks }: Circumstances,
): void {
  const before = checks.find((check) => check.code === code)
  if (severity === 'soft' || before === undefined) return
  if (before.severity === 'hard' && before.hardFrom === undefined) return
  const isPresent = hardFrom === null || compareQuarters(hardFrom, current) <= 0
  const isSooner =
    before.severity === 'soft' ||
    hardFrom === null ||
    (before.hardFrom !== undefined && compareQuarters(hardFrom, before.hardFrom) < 0)
  if (isPresent && isSooner) throw new Refusal('checkTooSoon', { period: current })
}

function assertDerogation(code: IndicatorCode, lowest: string): void {
  const subject = indicator(code)
  const read = parseFigure(lowest, isNumeric(subject) && subject.kind === 'count' ? subject.unit : '')
  if (!read.ok) throw new Refusal('targetWrong', { got: lowest, indicator: code })
  if (!isNumeric(subject) || atLeast(decimal(read.value), ratio(BigInt(subject.floor)))) {
    throw new Refusal('derogationNeedless', {
      got: lowest,
      floor: String(subject.floor ?? ''),
      indicator: code,
    })
  }
}
