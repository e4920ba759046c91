import { numericIndicators } from '@/lib/notice'
import { compare, decimal, div, mul, toDecimalString, type Ratio } from '@/lib/values'
import { ENOUGH_HISTORY } from '../slip-factor'
import type { CheckBounds } from './bounds'
import { cellOf, earlierFigures, figureIn } from './known'
import type { CheckedReport, Found } from './types'
import { slipOf } from './unit-slip'

/** A flow more than so many times the city's greatest quarter so far, or under that part of its smallest. */
export function jump(report: CheckedReport, bounds: CheckBounds): readonly Found[] {
  const beyond = decimal(bounds.jump)
  return numericIndicators.flatMap(({ code, kind }): Found[] => {
    const figure = kind === 'growth' ? figureIn(cellOf(report, code)) : undefined
    const history = earlierFigures(report, code).map(({ value }) => value)
    if (!figure || history.length < ENOUGH_HISTORY || slipOf(report, code, bounds)) return []
    const lowest = div(extreme(history, -1), beyond)
    const highest = mul(extreme(history, 1), beyond)
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
