import { indicatorCodes, isNumeric, indicator as indicatorOf, type IndicatorCode } from '@/lib/notice'
import { toFacts } from '@/lib/reporting/facts'
import { judge, type Configuration, type IncomparableBases, type Judgement } from '@/lib/rules'
import { momentOf } from '@/lib/rules/span'
import { configurationOf, incomparableAt, targetsInForce } from '@/lib/decisions/in-force'
import type { Decision } from '@/lib/decisions/decision'
import type { OwnTarget } from '@/lib/store/targets'
import type { Summary } from '@/lib/store/summary'
import { compareQuarters, isQuarter, type Quarter } from '@/lib/values'
import type { ReportingPeriod } from '@/lib/store/periods'

/** The verdicts on one city: against the floor of the notice and, where the city set one, against its own target. */
export interface CityVerdicts {
  readonly configuration: Configuration
  readonly byFloor: readonly Judgement[]
  readonly byTarget: Partial<Record<IndicatorCode, Judgement>>
}

/** By what a city is judged: base year and span, own targets, and which bases are decided not to be comparable. */
export interface Terms {
  readonly configuration: Configuration
  readonly targets: readonly OwnTarget[]
  readonly incomparable: IncomparableBases
}

/** What holds for a city on a day, for verdicts as of a quarter. `targets`: all that were ever set, oldest first. */
export function termsOn(
  decisions: readonly Decision[],
  targets: readonly OwnTarget[],
  city: string,
  day: string,
  asOf: Quarter,
): Terms {
  const configuration = configurationOf(decisions, city, day)
  const { judgedAt } = momentOf(asOf, configuration)
  return {
    configuration,
    targets: targetsInForce(targets, decisions, day).inForce,
    incomparable: incomparableAt(decisions, city, day, judgedAt),
  }
}

/** Judges a city on its accepted facts alone. `alternatives`: also the other arguable readings, for a page of one city. */
export function judgeOneCity(
  city: string,
  summaries: readonly Summary[],
  { configuration, targets, incomparable }: Terms,
  asOf: Quarter,
  alternatives: boolean,
): CityVerdicts {
  const facts = toFacts(
    summaries.filter((summary) => summary.city === city).flatMap((summary) => summary.facts),
  )
  const judged = (code: IndicatorCode, options = {}) =>
    judge(code, facts[code] ?? {}, configuration, asOf, { alternatives, ...stated(code), ...options })
  const stated = (code: IndicatorCode) => {
    const notComputable = incomparable[code]
    return notComputable === undefined ? {} : { notComputable }
  }
  const byTarget: Partial<Record<IndicatorCode, Judgement>> = {}
  for (const target of targets) {
    if (target.city === city && isNumeric(indicatorOf(target.indicator))) {
      byTarget[target.indicator] = judged(target.indicator, {
        target: target.value,
        targetSince: target.setAt.toISOString().slice(0, 10),
      })
    }
  }
  return { configuration, byFloor: indicatorCodes.map((code) => judged(code)), byTarget }
}

/** The quarters a dashboard can be asked for, and the one shown first: the latest whose reports are due. */
export function quartersOnOffer(
  periods: readonly ReportingPeriod[],
  now: Date,
): { offered: Quarter[]; first: Quarter | null } {
  const opened = periods.filter((window) => isQuarter(window.period) && now >= window.opensAt)
  const offered = opened.flatMap(({ period }) => (isQuarter(period) ? [period] : [])).sort(compareQuarters)
  const due = opened
    .filter((window) => now > window.dueAt)
    .flatMap(({ period }) => (isQuarter(period) ? [period] : []))
  return { offered, first: due.sort(compareQuarters).at(-1) ?? offered.at(-1) ?? null }
}
