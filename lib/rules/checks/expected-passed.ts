import type { CheckedReport, Found } from './types'

/** A figure was promised for a day that has passed, and is still not there. The day itself has not passed yet. */
export function expectedPassed({ cells, today }: CheckedReport): readonly Found[] {
  return cells.flatMap(({ indicator, part, content }): Found[] => {
    if (today === undefined || content.state !== 'notYetAvailable' || content.expectedOn >= today) return []
    return [
      {
        indicator,
        part,
        expected: { day: content.expectedOn },
        received: { answer: content.state },
        next: 'giveFigureOrDate',
      },
    ]
  })
}
