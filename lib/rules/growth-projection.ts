import { isZero, quarterOf, toDecimalString } from '@/lib/values'
import type { End } from './growth'
import type { Path } from './growth-path'
import type { Base } from './growth-pace'
import type { NoProjection, Pace, Projection } from './pace'
import { lastQuarterOf, type Moment } from './span'
import type { Configuration } from './types'
import { number, type StepTerm, type Working } from './working'
import { yearTotal } from './year-total'

type Projected = Pick<Pace, 'projection' | 'noProjection'>
type Numbers = Path & End & { readonly actual: StepTerm; readonly base: Base }

/**
 * Where the last year ends if the city goes on as it does: the year judged is made whole by the season, toDate ÷ share, and
 * each year to come grows as this one grew over the year before. Exact, since the exponent is a whole number of years. The
 * season is the base year's own, whatever share the requirement is configured to use.
 */
export function projectGrowth(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  numbers: Numbers,
): Projected {
  const { actual, base, requiredEnd } = numbers
  const share = seasonOf(working, moment, numbers)
  if (share && isZero(share.ratio)) return none('seasonEmpty')
  const basis = share === null ? 'fullYear' : base.quarters ? 'ownProfile' : 'equalQuarters'
  const whole = {
    at: lastQuarterOf(configuration),
    required: toDecimalString(requiredEnd.ratio),
    basis,
  } as const
  const year = share
    ? working.step('projectedYear', 'quotient', actual, share)
    : working.step('projectedYear', 'take', actual)
  const yearsToCome = configuration.intervals - moment.k
  if (yearsToCome === 0) {
    return found({ ...whole, value: valueOf(working.step('projection', 'take', year)), year: null })
  }
  const before = yearBefore(working, moment, base)
  if (typeof before === 'string') return none(before)
  const growth = working.step('yearlyGrowth', 'quotient', year, before)
  const toEnd = working.step('growthToEnd', 'power', growth, number(yearsToCome))
  return found({
    ...whole,
    value: valueOf(working.step('projection', 'product', year, toEnd)),
    year: { at: quarterOf(moment.year, 4), value: valueOf(year) },
  })
}

/** The share of the quarters so far in a year of this city; null at the end of a year, which needs none. */
function seasonOf(working: Working, moment: Moment, { base, share, basis }: Numbers): StepTerm | null {
  if (share === null || basis === 'ownProfile' || !base.quarters) return share
  const first = working.step('seasonToQuarter', 'sum', ...base.quarters.slice(0, moment.quarter))
  return working.step('seasonShare', 'quotient', first, base.total)
}

/** The year before the one judged, over which it has grown. */
function yearBefore(working: Working, moment: Moment, base: Base): StepTerm | NoProjection {
  if (moment.k === 1) return base.total
  const before = yearTotal(working, moment.year - 1, 'yearBefore')
  if (before.code === 'missing') return 'yearBeforeMissing'
  if (before.code === 'disagrees') return 'yearBeforeDisagrees'
  return isZero(before.total.ratio) ? 'yearBeforeZero' : before.total
}

const valueOf = (step: StepTerm): string => toDecimalString(step.ratio)
const none = (noProjection: NoProjection): Projected => ({ projection: null, noProjection })
const found = (projection: Projection): Projected => ({ projection, noProjection: null })
