import type { Period, Quarter } from '@/lib/values'
import type { AlternativeCode, ClauseId, IndicatorCode, ReadingId } from '@/lib/notice'
import type { Pace } from './pace'

/** Why an answered result has no figure. A blank one says nothing. */
export interface NoFigure {
  readonly none?: 'notApplicable' | 'notYetAvailable'
  /** ISO day on which a figure that is not yet available is expected. */
  readonly expectedOn?: string
}

/** One figure as known: a decimal string, or null where it is missing. Version and time of acceptance explain it. */
export interface FigureFact extends NoFigure {
  readonly value: string | null
  readonly version?: number
  /** ISO time of acceptance; absent while the figure is not accepted. */
  readonly acceptedAt?: string
  /** Of certified entities (R9): how many hold a certificate on the last day of the quarter; absent where that is not known. */
  readonly valid?: string
}

/** The figures of one result by quarter (`2022Q3`) or year (`2019`). A period that is absent is missing. */
export type IndicatorFacts = Readonly<Record<string, FigureFact | undefined>>

/** The figures of one city. */
export type Facts = { readonly [code in IndicatorCode]?: IndicatorFacts }

/** R3 and R4 as configured for one city. */
export interface Configuration {
  readonly baseYear: number
  /** Yearly intervals from the base year to the last year: 3 for 2019 → 2022. */
  readonly intervals: number
  /** Default `compound`. */
  readonly path?: 'compound' | 'linear'
  /** Default `ownProfile`: the base year's own cumulative shares where all four quarters are known. */
  readonly share?: 'ownProfile' | 'equalQuarters'
}

export const defaultConfiguration: Configuration = { baseYear: 2019, intervals: 3 }

export const verdictCodes = [
  'met',
  'short',
  'onPace',
  'behindPace',
  'notYetDue',
  'figuresMissing',
  'notComputable',
  'needsJudgement',
] as const

export type VerdictCode = (typeof verdictCodes)[number]

/** Why a decision says that a base is not comparable (R8); differentSpan: a half year against a whole one. */
export const incomparableCauses = ['restatedBase', 'unitChanged', 'differentSpan'] as const

export type IncomparableCause = (typeof incomparableCauses)[number]

export type NotComputableReason =
  'zeroBase' | 'yearDisagreesWithQuarters' | 'cumulativeFell' | IncomparableCause

export interface Verdict {
  readonly code: VerdictCode
  readonly indicator: IndicatorCode
  readonly asOf: Quarter
  /** The quarter judged: as-of, or the end of the span if that lies before it. */
  readonly judgedAt: Quarter
  readonly reason: NotComputableReason | null
  /** Exact numbers: a decimal, or a reduced fraction `a/b`. */
  readonly actual: string | null
  readonly required: string | null
  readonly gap: string | null
  readonly neededPerQuarter: string | null
  readonly missing: readonly Period[] | null
  /** Of what is missing: those figures of which the city said why there is none. Absent where it said nothing. */
  readonly lacks?: readonly (NoFigure & { readonly period: Period })[]
  readonly readings: readonly ReadingId[]
  /** Only with onPace and behindPace, and where more than the bare verdict was asked for. */
  readonly pace: Pace | null
  /** `floor` of the notice, or the city's own `target` (R10). */
  readonly against: 'floor' | 'target'
}

/** What a step of arithmetic takes: a figure, a parameter, an earlier step, or a plain number. */
export type Operand =
  | { readonly of: 'input'; readonly period: Period; readonly value: string }
  | { readonly of: 'parameter'; readonly code: ParameterCode; readonly value: string }
  | { readonly of: 'step'; readonly code: StepCode; readonly value: string }
  | { readonly of: 'number'; readonly value: string }

/**
 * take a; sum a+b+…; difference a−b; product a·b; quotient a/b; power a^b; percentFactor 1+a/100;
 * linearFactor 1+(a^b−1)·c/b; atLeast a≥b; shortfall max(a−b, 0); wholeQuarters ⌈a/b⌉; latestStart a+1−b;
 * proportion a·b/c; grown a·b^c; continued a+b·c.
 */
export type Operation =
  | 'take'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'power'
  | 'percentFactor'
  | 'linearFactor'
  | 'atLeast'
  | 'shortfall'
  | 'wholeQuarters'
  | 'latestStart'
  | 'proportion'
  | 'grown'
  | 'continued'

export type StepCode =
  | 'yearStated'
  | 'yearFromQuarters'
  | 'baseTotal'
  | 'toDate'
  | 'yearlyFactor'
  | 'pathFactor'
  | 'requiredYear'
  | 'baseToQuarter'
  | 'share'
  | 'elapsedShare'
  | 'required'
  | 'gap'
  | 'reached'
  | 'endFactor'
  | 'requiredEnd'
  | 'stillToCome'
  | 'neededPerQuarter'
  | 'bestQuarter'
  | 'quartersAtBest'
  | 'lastQuarter'
  | 'seasonToQuarter'
  | 'seasonYear'
  | 'yearBefore'
  | 'addedThisYear'
  | 'projectedYear'
  | 'yearlyGrowth'
  | 'projection'

export type ParameterCode = 'floor' | 'target'

/** One line of arithmetic. `result` is exact; for `atLeast` it is `true` or `false`. */
export interface Step {
  readonly code: StepCode
  readonly operation: Operation
  readonly operands: readonly Operand[]
  readonly result: string
}

/** A figure the verdict rests on. */
export interface ExplainedInput extends NoFigure {
  readonly period: Period
  readonly value: string | null
  readonly version: number | null
  readonly acceptedAt: string | null
  /** How many of those counted hold a certificate on the last day of the quarter (R9), where that is known. */
  readonly valid?: string
}

/** The threshold used, with the day from which it holds. */
export interface ExplainedParameter {
  readonly code: ParameterCode
  readonly value: string
  readonly unit: 'percentAYear' | 'count'
  /** ISO day; null if it was not given. */
  readonly since: string | null
}

/**
 * What would have to be reported for a reading to be computed. rightsCounted: how many rights each recordal covers;
 * balancesReported: what is outstanding at the end of each period; validityReported: until when each certificate is valid.
 */
export type AlternativeNeed = 'rightsCounted' | 'balancesReported' | 'validityReported'

/** Another arguable reading of the same figures. */
export interface Alternative {
  readonly code: AlternativeCode
  readonly reading: ReadingId
  readonly verdict: VerdictCode
  /** Whether it would change the verdict. */
  readonly differs: boolean
  readonly actual: string | null
  readonly required: string | null
  readonly gap: string | null
  /** What actual and required measure: the indicator's unit, or per cent a year. */
  readonly measure: 'unit' | 'percentAYear'
  /** Base year, span and path under this reading. */
  readonly configuration: Required<Configuration>
  /** What is not reported, so that this reading cannot be computed (its verdict is then figuresMissing); null if it was. */
  readonly needs: AlternativeNeed | null
}

/** Why a verdict is what it is: codes and numbers only, emitted by the same run; lib/i18n says the sentences. */
export interface Explanation {
  readonly schema: 'chengji.explanation/1'
  readonly ruleVersion: string
  readonly document: string
  readonly indicator: IndicatorCode
  readonly clause: ClauseId
  readonly unit: string
  readonly asOf: Quarter
  readonly judgedAt: Quarter
  readonly configuration: Required<Configuration>
  readonly parameters: readonly ExplainedParameter[]
  readonly inputs: readonly ExplainedInput[]
  readonly steps: readonly Step[]
  readonly readings: readonly { readonly id: ReadingId; readonly dated: string }[]
  readonly alternatives: readonly Alternative[]
  readonly verdict: VerdictCode
  readonly reason: NotComputableReason | null
  readonly missing: readonly Period[] | null
}

export interface Judgement {
  readonly verdict: Verdict
  readonly explanation: Explanation
}

/** Growth results whose base is known not to be comparable, and why (R8). */
export type IncomparableBases = { readonly [code in IndicatorCode]?: IncomparableCause }

/** How a result is judged if not simply against the floor of the notice. */
export interface JudgeOptions {
  /** The city's own target (per cent a year, or a count) in place of the floor: R10. */
  readonly target?: string
  /** The day from which the target holds, for the explanation. */
  readonly targetSince?: string
  /** Reasons known from outside the figures that make growth not computable (R8). */
  readonly notComputable?: IncomparableCause
  /** Leave the other arguable readings out, where a page shows hundreds of verdicts. */
  readonly alternatives?: boolean
}
