import { isZero, quarterOf, toDecimalString } from '@/lib/values'
import type { CountNumbers } from './count-pace'
import type { NoProjection, Pace, Projection } from './pace'
import { lastQuarterOf, type Moment } from './span'
import type { Configuration } from './types'
import { number, type InputTerm, type StepTerm, type Working } from './working'

type Projected = Pick<Pace, 'projection' | 'noProjection'>

/**
 * Where the span ends if the city goes on as it does: what this year has added is made whole by the season (the share that
 * the same quarters had in the additions of the latest year known in full), and every year to come adds as much. Where no
 * year is known in full, the count is divided by the share of quarters elapsed.
 */
export function projectCount(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: CountNumbers,
): Projected {
  const whole = { at: lastQuarterOf(configuration), required: toDecimalString(numbers.threshold.ratio) }
  const found = (projection: StepTerm, basis: Projection['basis']): Projected => ({
    projection: { ...whole, value: toDecimalString(projection.ratio), basis, year: null },
    noProjection: null,
  })
  const start = endOfYear(working, configuration, moment.year - 1)
  const season = start === 'missing' ? null : seasonOf(working, configuration, moment)
  if (start === 'missing' || season === null) {
    return found(
      working.step('projection', 'quotient', numbers.actual, numbers.elapsedShare),
      'equalQuarters',
    )
  }
  if (season === 'seasonEmpty') return { projection: null, noProjection: season }
  const added = working.added('addedThisYear', numbers.actual, start)
  const year =
    season === 'fullYear'
      ? working.step('projectedYear', 'take', added)
      : working.step('projectedYear', 'quotient', added, season)
  const years = number(configuration.intervals - moment.k + 1)
  const toEnd = working.step('addedToEnd', 'product', year, years)
  const projection = start
    ? working.step('projection', 'sum', start, toEnd)
    : working.step('projection', 'take', toEnd)
  return found(projection, season === 'fullYear' ? 'fullYear' : 'ownProfile')
}

/**
 * The share of the quarters so far in the additions of the latest year before this one of which they and the whole are
 * known; a year that is over needs none. Null where no such year is known.
 */
function seasonOf(
  working: Working,
  configuration: Configuration,
  moment: Moment,
): StepTerm | 'fullYear' | Extract<NoProjection, 'seasonEmpty'> | null {
  if (moment.quarter === 4) return 'fullYear'
  for (let year = moment.year - 1; year > configuration.baseYear; year--) {
    const start = endOfYear(working, configuration, year - 1)
    const soFar = working.input(quarterOf(year, moment.quarter))
    const end = working.input(quarterOf(year, 4))
    if (start === 'missing' || !soFar || !end) continue
    const first = working.added('seasonToQuarter', soFar, start)
    if (isZero(first.ratio)) return 'seasonEmpty'
    return working.step('seasonShare', 'quotient', first, working.added('seasonYear', end, start))
  }
  return null
}

/** What was counted by the end of a year; nothing (null) by the end of the base year, where counting starts. */
function endOfYear(
  working: Working,
  { baseYear }: Configuration,
  year: number,
): InputTerm | null | 'missing' {
  return year === baseYear ? null : (working.input(quarterOf(year, 4)) ?? 'missing')
}
