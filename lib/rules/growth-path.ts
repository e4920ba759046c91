import { type Moment } from './span'
import type { Configuration } from './types'
import { number, type InputTerm, type StepTerm, type Term, type Working } from './working'

export interface Path {
  readonly yearlyFactor: StepTerm
  /** For the whole year. */
  readonly requiredYear: StepTerm
  /** Of the quarters so far in their year; null at its end. */
  readonly share: StepTerm | null
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
    return { yearlyFactor, requiredYear, share: null, basis, required }
  }
  const share = ownProfile
    ? working.step(
        'share',
        'quotient',
        working.step('baseToQuarter', 'sum', ...baseQuarters.slice(0, moment.quarter)),
        base,
      )
    : working.step('share', 'quotient', number(moment.quarter), number(4))
  const required = working.step('required', 'product', requiredYear, share)
  return { yearlyFactor, requiredYear, share, basis, required }
}
