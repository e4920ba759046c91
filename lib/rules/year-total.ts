import { compare, quartersOf, yearPeriod, type Period, type Quarter } from '@/lib/values'
import { sumOf } from './arithmetic'
import type { InputTerm, StepTerm } from './term'
import type { StepCode } from './types'
import type { Working } from './working'

export type YearTotal =
  | {
      readonly code: 'known'
      readonly total: StepTerm
      /** All four, where the quarters are known and not only the year. */
      readonly quarters: readonly InputTerm[] | null
    }
  | { readonly code: 'missing'; readonly periods: readonly Period[] }
  | { readonly code: 'disagrees' }

/**
 * The total of a year: its yearly figure, or the sum of its four quarters. Both may be given, but must then agree,
 * since nothing says which of two contradicting figures would be the true one.
 */
export function yearTotal(working: Working, year: number, code: StepCode): YearTotal {
  const stated = working.input(yearPeriod(year))
  const { known, missing } = readAll(working, quartersOf(year))
  const quarters = missing.length === 0 ? known : null
  if (stated) {
    if (quarters && compare(stated.ratio, sumOf(quarters)) !== 0) {
      working.step('yearStated', 'take', stated)
      working.step('yearFromQuarters', 'sum', ...quarters)
      return { code: 'disagrees' }
    }
    return { code: 'known', total: working.step(code, 'take', stated), quarters }
  }
  if (quarters) return { code: 'known', total: working.step(code, 'sum', ...quarters), quarters }
  return { code: 'missing', periods: known.length === 0 ? [yearPeriod(year)] : missing }
}

/** The figures of some quarters, and those of the quarters that have none. */
export function readAll(working: Working, quarters: readonly Quarter[]) {
  const known: InputTerm[] = []
  const missing: Quarter[] = []
  for (const quarter of quarters) {
    const figure = working.input(quarter)
    if (figure) known.push(figure)
    else missing.push(quarter)
  }
  return { known, missing }
}
