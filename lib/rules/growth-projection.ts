import { isZero, quarterOf } from '@/lib/values'
import type { End } from './growth'
import type { Base } from './growth-pace'
import type { Path } from './growth-path'
import type { NoProjection, Pace, Projection } from './pace'
import { lastQuarterOf, type Moment } from './span'
import { number, textOf, type StepTerm } from './term'
import type { Configuration } from './types'
import type { Working } from './working'
import { yearTotal } from './year-total'

type Projected = Pick<Pace, 'projection' | 'noProjection'>

/** What a growth result on its way is made of. */
export interface GrowthNumbers {
  readonly actual: StepTerm
  readonly base: Base
  readonly path: Path
  readonly end: End
}

/**
 * Where the last year ends if the city goes on as it does: the year judged is made whole by the season, toDate · year ÷ the
 * same quarters of it, and each year to come grows as this one grew over the year before. Exact, since the exponent is a
 * whole number of years. The season is the base year's own, whatever share the requirement is configured to use.
 */
export function projectGrowth(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: GrowthNumbers,
): Projected {
  const { actual, base } = numbers
  const season = moment.quarter === 4 ? null : seasonOf(working, moment, numbers)
  if (season && isZero(season.soFar.ratio)) return none('seasonEmpty')
  const basis = season === null ? 'fullYear' : base.quarters ? 'ownProfile' : 'equalQuarters'
  const yearsToCome = configuration.intervals - moment.k
  const code = yearsToCome === 0 ? 'projection' : 'projectedYear'
  const year = season ? working.step(code, 'proportion', actual, season.whole, season.soFar) : actual
  const at = lastQuarterOf(configuration)
  const required = textOf(numbers.end.requiredEnd)
  if (yearsToCome === 0) return found({ at, required, basis, value: textOf(year), year: null })
  const before = yearBefore(working, moment, base)
  if (typeof before === 'string') return none(before)
  const growth = working.step('yearlyGrowth', 'quotient', year, before)
  return found({
    at,
    required,
    basis,
    value: textOf(working.step('projection', 'grown', year, growth, number(yearsToCome))),
    year: { at: quarterOf(moment.year, 4), value: textOf(year) },
  })
}

/** The base year and its quarters so far; without them, four quarters and how many are over. */
function seasonOf(working: Working, moment: Moment, { base: { total, quarters }, path }: GrowthNumbers) {
  if (!quarters) return { whole: number(4), soFar: number(moment.quarter) }
  return {
    whole: total,
    soFar: path.baseToQuarter ?? working.step('seasonToQuarter', 'sum', ...quarters.slice(0, moment.quarter)),
  }
}

/** The year before the one judged, over which it has grown. */
function yearBefore(working: Working, moment: Moment, base: Base): StepTerm | NoProjection {
  if (moment.k === 1) return base.total
  const before = yearTotal(working, moment.year - 1, 'yearBefore')
  if (before.code === 'missing') return 'yearBeforeMissing'
  if (before.code === 'disagrees') return 'yearBeforeDisagrees'
  return isZero(before.total.ratio) ? 'yearBeforeZero' : before.total
}

const none = (noProjection: NoProjection): Projected => ({ projection: null, noProjection })
const found = (projection: Projection): Projected => ({ projection, noProjection: null })
