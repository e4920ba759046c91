import { indicator } from '@/lib/notice'
import type { CheckedReport, Found } from './types'

const QUARTERS: readonly string[] = ['Q1', 'Q2', 'Q3', 'Q4']

/**
 * A cell was left blank: blank is neither zero nor an answer. In the base year's report a result is answered by its
 * year total or by its four quarters. A sum reported by its parts needs each of them.
 */
export function answerMissing(report: CheckedReport): readonly Found[] {
  const blank = report.cells.filter(({ content }) => content.state === 'blank' || isEmptyNarrative(content))
  return blank
    .filter(({ indicator: code, part }) => {
      const answered = (other: string) =>
        report.cells.some(
          (cell) => cell.indicator === code && cell.part === other && cell.content.state !== 'blank',
        )
      if (part === 'Y') return !QUARTERS.some(answered)
      if (QUARTERS.includes(part)) return !answered('Y') && QUARTERS.some(answered)
      return true
    })
    .map(({ indicator: code, part }) => ({
      indicator: code,
      part,
      expected: { answer: indicator(code).kind === 'qualitative' ? 'narrative' : 'figure' },
      received: { answer: 'blank' },
      next: 'enterOrGiveReason',
    }))
}

function isEmptyNarrative(content: CheckedReport['cells'][number]['content']): boolean {
  return content.state === 'narrative' && content.narrative.trim() === ''
}
