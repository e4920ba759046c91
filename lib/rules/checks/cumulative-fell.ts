import { numericIndicators } from '@/lib/notice'
import { compare, toDecimalString } from '@/lib/values'
import { cellOf, earlierFigures, figureIn } from './known'
import type { CheckedReport, Found } from './types'

/** A count since the start cannot be smaller than it was. */
export function cumulativeFell(report: CheckedReport): readonly Found[] {
  return numericIndicators.flatMap(({ code, kind }): Found[] => {
    const figure = kind === 'count' ? figureIn(cellOf(report, code)) : undefined
    if (!figure) return []
    const greatest = earlierFigures(report, code).reduce(
      (most: ReturnType<typeof earlierFigures>[number] | null, known) =>
        !most || compare(known.value, most.value) >= 0 ? known : most,
      null,
    )
    if (!greatest || compare(figure, greatest.value) >= 0) return []
    return [
      {
        indicator: code,
        part: '',
        expected: { atLeast: greatest.text, since: greatest.quarter },
        received: { value: toDecimalString(figure) },
        next: 'checkRegister',
      },
    ]
  })
}
