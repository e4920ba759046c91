import { numericIndicators } from '@/lib/notice'
import { compare, div, mul, ratio, toDecimalString, type Ratio } from '@/lib/values'
import { cellOf, earlierFigures, figureIn } from './known'
import type { CheckedReport, Found } from './types'
import { ENOUGH_HISTORY, slipOf } from './unit-slip'

// Published figures of single quarters grew by more than 400 %: such jumps are real, so this only asks for a reason.
const BEYOND = ratio(3n)

/** A flow more than three times the city's greatest quarter so far, or under a third of its smallest. */
export function jump(report: CheckedReport): readonly Found[] {
  return numericIndicators.flatMap(({ code, kind }): Found[] => {
    const figure = kind === 'growth' ? figureIn(cellOf(report, code)) : undefined
    const history = earlierFigures(report, code).map(({ value }) => value)
    if (!figure || history.length < ENOUGH_HISTORY || slipOf(report, code)) return []
    const lowest = div(extreme(history, -1), BEYOND)
    const highest = mul(extreme(history, 1), BEYOND)
    if (compare(figure, lowest) >= 0 && compare(figure, highest) <= 0) return []
    return [
      {
        indicator: code,
        part: '',
        expected: { from: toDecimalString(lowest), to: toDecimalString(highest) },
        received: { value: toDecimalString(figure) },
        next: 'correctOrExplain',
      },
    ]
  })
}

function extreme(values: readonly Ratio[], sign: 1 | -1): Ratio {
  return values.reduce((found, value) => (compare(value, found) === sign ? value : found))
}
