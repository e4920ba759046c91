import type { Decision } from '@/lib/decisions/decision'
import { configurationOf } from '@/lib/decisions/in-force'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { factsIn } from '@/lib/reporting/keep-standings'
import type { IndicatorFacts } from '@/lib/rules'
import { measureOf, type Measure } from '@/lib/rules/measure'
import type { City } from '@/lib/store/cities'
import type { Summary } from '@/lib/store/summary'
import { dayOf, grouped, type Quarter } from '@/lib/values'
import { pendingOf } from './read-city'

/** What rows are measured by. */
export interface MeasuredFrom {
  readonly now: Date
  readonly summaries: readonly Summary[]
  readonly decisions: readonly Decision[]
  readonly quarters: readonly Quarter[]
  /** Whether what is submitted and not accepted is in it, marked. */
  readonly unaccepted: 'shown' | 'hidden'
}

/** One result of one city over the quarters, measured; null where there is nothing to say. */
export interface MeasuredRow {
  readonly city: City
  readonly indicator: IndicatorCode
  /** Of each measure asked for, a value of each quarter. */
  readonly measured: readonly (readonly (string | null)[])[]
  /** Which quarters rest on what is submitted and not accepted; none where that is hidden. */
  readonly pending: readonly boolean[]
}

/** Results of cities, each measured in each way over the quarters. */
export function measuredRows(
  cities: readonly City[],
  codes: readonly IndicatorCode[],
  measures: readonly Measure[],
  { now, summaries, decisions, quarters, unaccepted }: MeasuredFrom,
): MeasuredRow[] {
  const byCity = grouped(summaries, ({ city }) => city)
  const today = dayOf(now)
  return cities.flatMap((city) => {
    const own = byCity.get(city.code) ?? []
    const facts = factsIn(own)
    const configuration = configurationOf(decisions, city.code, today)
    return codes.map((code): MeasuredRow => {
      const measured = (of: IndicatorFacts) =>
        measures.map((measure) =>
          quarters.map((quarter) => measureOf(measure, indicator(code), of, configuration, quarter)),
        )
      const accepted = measured(facts[code] ?? {})
      const shown = unaccepted === 'hidden' ? accepted : measured({ ...facts[code], ...pendingOf(own, code) })
      return {
        city,
        indicator: code,
        measured: shown,
        pending: quarters.map((_, i) => shown.some((values, m) => values[i] !== accepted[m]?.[i])),
      }
    })
  })
}
