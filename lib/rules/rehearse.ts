import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { findingsBy, severityAt, type Check, type CheckCode, type CheckedReport } from './checks'
import { judge } from './judge'
import type {
  Configuration,
  Explanation,
  Facts,
  IncomparableBases,
  JudgeOptions,
  Verdict,
  VerdictCode,
} from './types'

/** One city as it is judged: with a configuration, its own targets, and by result what else differs from the floor. */
export interface JudgedCity {
  readonly city: string
  readonly facts: Facts
  readonly configuration: Configuration
  readonly options?: { readonly [code in IndicatorCode]?: JudgeOptions }
  /** By quarter: results whose base is decided not to be comparable (R8). */
  readonly incomparable?: Readonly<Record<string, IncomparableBases | undefined>>
  /** Own targets in force, judged apart from the floor (R10). */
  readonly targets?: { readonly [code in IndicatorCode]?: Pick<JudgeOptions, 'target' | 'targetSince'> }
}

/** One side of a change: the verdict with its numbers, and the explanation of the run that decided it. */
export interface Outlook {
  readonly code: VerdictCode
  readonly actual: string | null
  readonly required: string | null
  /** Null for quarters other than the one shown first: a rehearsal is kept for good, and would be very long. */
  readonly explanation: Explanation | null
}

/** A verdict that a change would turn into another. */
export interface VerdictChange {
  readonly city: string
  readonly indicator: IndicatorCode
  readonly asOf: Quarter
  readonly against: Verdict['against']
  /** Null where there is no target to judge against on this side. */
  readonly before: Outlook | null
  readonly after: Outlook | null
}

/**
 * Rehearses a change of reading or parameter before it takes effect: which verdicts change, and for whom, as of each of some
 * quarters, against the floor and against own targets. `change` gives each city as it would be judged; nothing is stored,
 * and verdicts already issued keep their rule version. `shown`: the quarter whose verdicts come with their explanations.
 */
export function rehearseVerdicts(
  cities: readonly JudgedCity[],
  change: (city: JudgedCity) => JudgedCity,
  quarters: readonly Quarter[],
  shown: Quarter | null = quarters[0] ?? null,
): readonly VerdictChange[] {
  return cities.flatMap((before) => {
    const after = change(before)
    return quarters.flatMap((asOf) =>
      numericIndicators.flatMap(({ code: indicator }) =>
        (['floor', 'target'] as const).flatMap((against): VerdictChange[] => {
          const was = outlookOf(before, indicator, asOf, against, asOf === shown)
          const would = outlookOf(after, indicator, asOf, against, asOf === shown)
          if (was?.code === would?.code) return []
          return [{ city: before.city, indicator, asOf, against, before: was, after: would }]
        }),
      ),
    )
  })
}

function outlookOf(
  { facts, configuration, options, targets, incomparable }: JudgedCity,
  code: IndicatorCode,
  asOf: Quarter,
  against: Verdict['against'],
  isExplained: boolean,
): Outlook | null {
  const target = against === 'target' ? targets?.[code] : {}
  if (target === undefined) return null
  const notComputable = incomparable?.[asOf]?.[code]
  const { verdict, explanation } = judge(code, facts[code] ?? {}, configuration, asOf, {
    ...options?.[code],
    ...(notComputable && { notComputable }),
    ...target,
    alternatives: false,
  })
  return {
    code: verdict.code,
    actual: verdict.actual,
    required: verdict.required,
    explanation: isExplained ? explanation : null,
  }
}

/** An open report that would newly be stopped, or newly be asked to explain. */
export interface CheckChange {
  readonly city: string
  readonly period: Period
  readonly check: CheckCode
  readonly indicator: IndicatorCode
  readonly from: 'nothing' | 'soft' | 'hard'
  readonly to: 'soft' | 'hard'
}

/** An open report; `later`: as it would be checked, where the change is about what is known of its figures (R8). */
interface OpenReport {
  readonly city: string
  readonly report: CheckedReport
  readonly later?: CheckedReport
}

/** Rehearses checks on the reports that are open: what each would newly fail, or fail harder. */
export function rehearseChecks(
  reports: readonly OpenReport[],
  before: readonly Check[],
  after: readonly Check[],
): readonly CheckChange[] {
  return reports.flatMap(({ city, report, later = report }) => {
    const had = findingsOf(report, before)
    return [...findingsOf(later, after)].flatMap(([key, { check, indicator, severity }]): CheckChange[] => {
      const from = had.get(key)?.severity ?? 'nothing'
      const isHarder = from === 'nothing' || (from === 'soft' && severity === 'hard')
      return isHarder ? [{ city, period: report.period, check, indicator, from, to: severity }] : []
    })
  })
}

function findingsOf(report: CheckedReport, checks: readonly Check[]) {
  return new Map(
    checks.flatMap((check) =>
      findingsBy(check, report).map(({ indicator, part }) => {
        const severity = severityAt(check, report.period)
        return [`${check.code}/${indicator}/${part}`, { check: check.code, indicator, severity }] as const
      }),
    ),
  )
}
