import { numericIndicators } from '@/lib/notice'
import { toDecimalString } from '@/lib/values'
import { cellOf, figureIn } from './known'
import type { CheckedReport, Found } from './types'

/**
 * A figure of a quarter whose growth is measured against a base that a decision has marked as restated or in another unit
 * (R8): the city says on which basis the figure stands.
 */
export function growthAcrossBases(report: CheckedReport): readonly Found[] {
  return numericIndicators.flatMap(({ code, kind }): Found[] => {
    const cause = kind === 'growth' ? report.incomparable?.[code] : undefined
    const figure = figureIn(cellOf(report, code))
    if (cause === undefined || !figure) return []
    return [
      {
        indicator: code,
        part: '',
        expected: { basis: cause },
        received: { value: toDecimalString(figure) },
        next: 'sayBasis',
      },
    ]
  })
}
