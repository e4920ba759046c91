import { indicator } from '@/lib/notice'
import { parseFigure } from '@/lib/values'
import type { CheckedReport, Found } from './types'

/** A figure must be a plain non-negative number, and whole where things are counted. */
export function notAFigure(report: CheckedReport): readonly Found[] {
  return report.cells.flatMap(({ indicator: code, part, content }): Found[] => {
    if (content.state !== 'figure') return []
    const { unit } = indicator(code)
    const read = parseFigure(content.value, unit)
    if (read.ok) return []
    return [
      {
        indicator: code,
        part,
        expected: { unit },
        received: { value: read.error.got, refusal: read.error.code },
        next: 'enterPlainFigure',
      },
    ]
  })
}
