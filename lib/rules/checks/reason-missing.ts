import type { CheckedReport, Found } from './types'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** "Not applicable" and "not yet available" need their reason, and the latter the day the figure is expected. */
export function reasonMissing(report: CheckedReport): readonly Found[] {
  return report.cells.flatMap(({ indicator, part, content }): Found[] => {
    if (content.state !== 'notApplicable' && content.state !== 'notYetAvailable') return []
    const received = { answer: content.state }
    if (content.reason.trim() === '') {
      return [{ indicator, part, expected: { answer: 'reason' }, received, next: 'giveReason' }]
    }
    if (content.state === 'notYetAvailable' && !DAY.test(content.expectedOn)) {
      return [{ indicator, part, expected: { answer: 'date' }, received, next: 'giveDate' }]
    }
    return []
  })
}
