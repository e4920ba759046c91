import { type Moment } from './span'
import { number, type InputTerm, type StepTerm, type Term } from './term'
import type { Configuration } from './types'
import type { Working } from './working'

export interface Path {
  readonly yearlyFactor: StepTerm
  /** For the whole year. */
  readonly requiredYear: StepTerm
  /** Of the quarters so far in their year; null at its end. */
  readonly share: StepTerm | null
  /** The same quarters of the base year, where the share is its own. */
  readonly baseToQuarter: StepTerm | null
  readonly basis: 'ownProfile' | 'equalQuarters'
  /** To date. */
  readonly required: StepTerm
}

/** What is required by the end of a quarter (R2, R4). */
export function requiredToDate(
  working: Working,
  configuration: Configuration,
  moment: Moment,
  base: StepTerm,
  baseQuarters: readonly InputTerm[] | null,
  percent: Term,
): Path {
  const yearlyFactor = working.step('yearlyFactor', 'percentFactor', percent)
  const k = number(moment.k)
  const pathFactor =
    configuration.path === 'linear'
      ? working.step('pathFactor', 'linearFactor', yearlyFactor, number(configuration.intervals), k)
      : working.step('pathFactor', 'power', yearlyFactor, k)
  const requiredYear = working.step('requiredYear', 'product', base, pathFactor)
  const ownProfile = baseQuarters !== null && configuration.share !== 'equalQuarters'
  const basis = ownProfile ? 'ownProfile' : 'equalQuarters'
  if (moment.quarter === 4) {
    const required = working.step('required', 'take', requiredYear)
    return { yearlyFactor, requiredYear, share: null, baseToQuarter: null, basis, required }
  }
  const baseToQuarter = ownProfile
    ? working.step('baseToQuarter', 'sum', ...baseQuarters.slice(0, moment.quarter))
    : null
  const share = baseToQuarter
    ? working.step('share', 'quotient', baseToQuarter, base)
    : working.step('share', 'quotient', number(moment.quarter), number(4))
  const required = working.step('required', 'product', requiredYear, share)
  return { yearlyFactor, requiredYear, share, baseToQuarter, basis, required }
}
