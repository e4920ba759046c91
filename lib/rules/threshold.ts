import { numericIndicators, type NumericIndicator } from '@/lib/notice'
import { decimal, ratio } from '@/lib/values'
import { parameter, type ParameterTerm } from './term'

const floors: ReadonlyMap<string, ParameterTerm> = new Map(
  numericIndicators.map(({ code, floor }) => [code, parameter('floor', ratio(BigInt(floor)), true)]),
)

/** What a numeric result is judged against: the floor of the notice, or the city's own target (R10). */
export function thresholdOf({ code }: NumericIndicator, target?: string): ParameterTerm {
  return target === undefined
    ? (floors.get(code) as ParameterTerm)
    : parameter('target', decimal(target), false)
}
