import { indicators } from '@/lib/notice'
import { compare, decimal, sum, toDecimalString } from '@/lib/values'
import { cellOf, figureIn } from './known'
import type { CheckedReport, Found } from './types'

/** Where a result is reported by type, the types add up to it (R6). */
export function breakdownDisagrees(report: CheckedReport): readonly Found[] {
  return indicators.flatMap(({ code }): Found[] => {
    const parts = report.breakdowns?.[code]
    const figure = figureIn(cellOf(report, code))
    if (!parts || !figure) return []
    const total = sum(parts.map(decimal))
    if (compare(total, figure) === 0) return []
    return [
      {
        indicator: code,
        part: '',
        expected: { sumOfParts: toDecimalString(total) },
        received: { value: toDecimalString(figure) },
        next: 'checkParts',
      },
    ]
  })
}
