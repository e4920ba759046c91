import { quarterNumberOf, quarterOf, yearOf, type Quarter, type QuarterNumber } from '@/lib/values'
import type { Configuration } from './types'

/** Where an as-of quarter lies in the span of a city (R3). */
export interface Moment {
  readonly judgedAt: Quarter
  readonly year: number
  readonly quarter: QuarterNumber
  /** Years since the base year: 1 to intervals within the span, less before it. */
  readonly k: number
  readonly beforeSpan: boolean
  /** The last quarter of the span: verdicts are final. */
  readonly final: boolean
}

/** Places an as-of quarter in the span; one after the end is judged as of the end. */
export function momentOf(asOf: Quarter, configuration: Configuration): Moment {
  const { baseYear, intervals } = configuration
  const judgedAt = yearOf(asOf) - baseYear > intervals ? lastQuarterOf(configuration) : asOf
  const year = yearOf(judgedAt)
  const quarter = quarterNumberOf(judgedAt)
  const k = year - baseYear
  return { judgedAt, year, quarter, k, beforeSpan: k <= 0, final: k === intervals && quarter === 4 }
}

/** The first quarter after the base year. */
export function firstQuarterOf(configuration: Configuration): Quarter {
  return quarterOf(configuration.baseYear + 1, 1)
}

/** The quarter at whose end the three years are over. */
export function lastQuarterOf(configuration: Configuration): Quarter {
  return quarterOf(configuration.baseYear + configuration.intervals, 4)
}
