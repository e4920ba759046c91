import { indicator } from '@/lib/notice'
import type { CheckedReport, Found } from './types'

/**
 * A cell was left blank: blank is neither zero nor an answer. In the base year's report a result is answered by its
 * year total or by its four quarters.
 */
export function answerMissing(report: CheckedReport): readonly Found[] {
  const blank = report.cells.filter(({ content }) => content.state === 'blank' || isEmptyNarrative(content))
  return blank
    .filter(({ indicator: code, part }) => {
      const answered = (other: string) =>
        report.cells.some(
          (cell) => cell.indicator === code && cell.part === other && cell.content.state !== 'blank',
        )
      if (part === '') return true
      if (part === 'Y') return !['Q1', 'Q2', 'Q3', 'Q4'].some(answered)
      return !answered('Y') && ['Q1', 'Q2', 'Q3', 'Q4'].some(answered)
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
