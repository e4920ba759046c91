import { numericIndicators } from '@/lib/notice'
import { compare, sum, toDecimalString } from '@/lib/values'
import { figureIn } from './known'
import type { CheckedPart, CheckedReport, Found } from './types'

/** A year total given beside its four quarters must be their sum. */
export function yearDisagrees(report: CheckedReport): readonly Found[] {
  return numericIndicators.flatMap(({ code }): Found[] => {
    const at = (part: CheckedPart) =>
      figureIn(report.cells.find((cell) => cell.indicator === code && cell.part === part))
    const year = at('Y')
    const quarters = (['Q1', 'Q2', 'Q3', 'Q4'] as const).map(at).filter((figure) => figure !== undefined)
    if (!year || quarters.length < 4) return []
    const total = sum(quarters)
    if (compare(total, year) === 0) return []
    return [
      {
        indicator: code,
        part: 'Y',
        expected: { sumOfQuarters: toDecimalString(total) },
        received: { value: toDecimalString(year) },
        next: 'checkParts',
      },
    ]
  })
}
