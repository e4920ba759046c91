import { numericIndicators, type IndicatorCode } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { severityAt, type Check, type CheckCode, type CheckedReport } from './checks'
import { judge } from './judge'
import type { Configuration, Explanation, Facts, JudgeOptions, VerdictCode } from './types'

/** One city as it is judged: with a configuration, and by result what else differs from the floor. */
export interface JudgedCity {
  readonly city: string
  readonly facts: Facts
  readonly configuration: Configuration
  readonly options?: { readonly [code in IndicatorCode]?: JudgeOptions }
}

/** One side of a change: the verdict with its numbers, and the explanation of the run that decided it. */
export interface Outlook {
  readonly code: VerdictCode
  readonly actual: string | null
  readonly required: string | null
  readonly explanation: Explanation
}

/** A verdict that a change would turn into another. */
export interface VerdictChange {
  readonly city: string
  readonly indicator: IndicatorCode
  readonly before: Outlook
  readonly after: Outlook
}

/**
 * Rehearses a change of reading or parameter before it takes effect: which verdicts change, and for whom. `change`
 * gives each city as it would be judged; nothing is stored, and verdicts already issued keep their rule version.
 */
export function rehearseVerdicts(
  cities: readonly JudgedCity[],
  change: (city: JudgedCity) => JudgedCity,
  asOf: Quarter,
): readonly VerdictChange[] {
  return cities.flatMap((before) => {
    const after = change(before)
    return numericIndicators.flatMap(({ code: indicator }): VerdictChange[] => {
      const was = outcomeOf(before, indicator, asOf)
      const would = outcomeOf(after, indicator, asOf)
      return was.code === would.code ? [] : [{ city: before.city, indicator, before: was, after: would }]
    })
  })
}

function outcomeOf(
  { facts, configuration, options }: JudgedCity,
  code: IndicatorCode,
  asOf: Quarter,
): Outlook {
  const { verdict, explanation } = judge(code, facts[code] ?? {}, configuration, asOf, {
    ...options?.[code],
    alternatives: false,
  })
  return { code: verdict.code, actual: verdict.actual, required: verdict.required, explanation }
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

/** Rehearses checks on the reports that are open: what each would newly fail, or fail harder. */
export function rehearseChecks(
  reports: readonly { readonly city: string; readonly report: CheckedReport }[],
  before: readonly Check[],
  after: readonly Check[],
): readonly CheckChange[] {
  return reports.flatMap(({ city, report }) => {
    const had = findingsOf(report, before)
    return [...findingsOf(report, after)].flatMap(([key, { check, indicator, severity }]): CheckChange[] => {
      const from = had.get(key)?.severity ?? 'nothing'
      const isHarder = from === 'nothing' || (from === 'soft' && severity === 'hard')
      return isHarder ? [{ city, period: report.period, check, indicator, from, to: severity }] : []
    })
  })
}

function findingsOf(report: CheckedReport, checks: readonly Check[]) {
  return new Map(
    checks.flatMap((check) =>
      check.find(report).map(({ indicator, part }) => {
        const severity = severityAt(check, report.period)
        return [`${check.code}/${indicator}/${part}`, { check: check.code, indicator, severity }] as const
      }),
    ),
  )
}
