import { indicator, isNumeric, type IndicatorCode } from '@/lib/notice'
import { isZero, mul, quartersBetween, ratio, toDecimalString } from '@/lib/values'
import type { Period, Quarter } from '@/lib/values'
import { totalToDate } from './growth'
import { requiredToDate } from './growth-path'
import { firstQuarterOf, lastQuarterOf, momentOf } from './span'
import type { Term } from './term'
import { thresholdOf } from './threshold'
import type { Configuration, IndicatorFacts, NotComputableReason } from './types'
import { Working } from './working'
import { yearTotal } from './year-total'

/** One quarter of a path: of a flow both numbers are year to date, of a count both are since the start. */
export interface PathPoint {
  readonly quarter: Quarter
  readonly required: string | null
  readonly actual: string | null
}

export interface RequiredPath {
  readonly points: readonly PathPoint[]
  /** Why the points have no requirement. */
  readonly reason: NotComputableReason | 'baseMissing' | 'needsJudgement' | null
  readonly missing: readonly Period[] | null
  /** How the year is divided into quarters; null for counts, which rise by equal steps. */
  readonly basis: 'ownProfile' | 'equalQuarters' | null
}

/** What is required and what is known at the end of every quarter of the span: the lines of a chart. */
export function requiredPath(
  code: IndicatorCode,
  facts: IndicatorFacts,
  configuration: Configuration,
  options: { readonly target?: string } = {},
): RequiredPath {
  const subject = indicator(code)
  if (!isNumeric(subject)) return { points: [], reason: 'needsJudgement', missing: null, basis: null }
  const threshold = thresholdOf(subject, options.target)
  const working = Working.verdict(facts)
  const quarters = quartersBetween(firstQuarterOf(configuration), lastQuarterOf(configuration))
  return subject.kind === 'count'
    ? countPath(working, configuration, quarters, threshold)
    : growthPath(working, configuration, quarters, threshold)
}

function countPath(
  working: Working,
  configuration: Configuration,
  quarters: readonly Quarter[],
  threshold: Term,
): RequiredPath {
  const points = quarters.map((quarter, i) => {
    const share = ratio(BigInt(i + 1), BigInt(quarters.length))
    const required = mul(threshold.ratio, share)
    const figure = working.input(quarter)
    return {
      quarter,
      required: toDecimalString(required),
      actual: figure ? toDecimalString(figure.ratio) : null,
    }
  })
  return { points, reason: null, missing: null, basis: null }
}

function growthPath(
  working: Working,
  configuration: Configuration,
  quarters: readonly Quarter[],
  percent: Term,
): RequiredPath {
  const base = yearTotal(working, configuration.baseYear, 'baseTotal')
  const start = base.code === 'known' && !isZero(base.total.ratio) ? base : null
  let basis: RequiredPath['basis'] = null
  const points = quarters.map((quarter) => {
    const moment = momentOf(quarter, configuration)
    const toDate = totalToDate(working, moment)
    const actual = toDate !== 'disagrees' && 'total' in toDate ? toDecimalString(toDate.total.ratio) : null
    if (start === null) return { quarter, required: null, actual }
    const path = requiredToDate(working, configuration, moment, start.total, start.quarters, percent)
    basis = path.basis
    return { quarter, required: toDecimalString(path.required.ratio), actual }
  })
  const reason = start === null ? NO_PATH_FROM[base.code] : null
  return { points, reason, missing: base.code === 'missing' ? base.periods : null, basis }
}

/** Why a base gives no path: one that is known does not if it is zero. */
const NO_PATH_FROM = {
  missing: 'baseMissing',
  disagrees: 'yearDisagreesWithQuarters',
  known: 'zeroBase',
} as const
