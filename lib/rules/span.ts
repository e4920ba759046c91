import {
  quarterNumberOf,
  quarterOf,
  quartersBetween,
  yearOf,
  type Quarter,
  type QuarterNumber,
} from '@/lib/values'
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
  /** The quarters of the span that are over at its end, the first first; none before the span. */
  readonly soFar: readonly Quarter[]
}

// A span is asked of every city as of the same few quarters.
const placed = new Map<number, Map<Quarter, Moment>>()

/** Places an as-of quarter in the span; one after the end is judged as of the end. */
export function momentOf(asOf: Quarter, configuration: Configuration): Moment {
  const span = configuration.baseYear * 1000 + configuration.intervals
  let moments = placed.get(span)
  if (moments === undefined) placed.set(span, (moments = new Map<Quarter, Moment>()))
  let moment = moments.get(asOf)
  if (moment === undefined) moments.set(asOf, (moment = place(asOf, configuration)))
  return moment
}

function place(asOf: Quarter, configuration: Configuration): Moment {
  const { baseYear, intervals } = configuration
  const judgedAt = yearOf(asOf) - baseYear > intervals ? lastQuarterOf(configuration) : asOf
  const year = yearOf(judgedAt)
  const quarter = quarterNumberOf(judgedAt)
  const k = year - baseYear
  const soFar = quartersBetween(firstQuarterOf(configuration), judgedAt)
  return { judgedAt, year, quarter, k, beforeSpan: k <= 0, final: k === intervals && quarter === 4, soFar }
}

/** The first quarter after the base year. */
export function firstQuarterOf(configuration: Configuration): Quarter {
  return quarterOf(configuration.baseYear + 1, 1)
}

/** The quarter at whose end the three years are over. */
export function lastQuarterOf(configuration: Configuration): Quarter {
  return quarterOf(configuration.baseYear + configuration.intervals, 4)
}
