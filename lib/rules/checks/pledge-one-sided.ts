import { isZero, toDecimalString } from '@/lib/values'
import { figureIn } from './known'
import type { CheckedPart, CheckedReport, Found } from './types'

const parts: readonly CheckedPart[] = ['', 'Q1', 'Q2', 'Q3', 'Q4', 'Y']

/** Pledges have an amount and a number of projects (R7): one of them cannot be zero while the other is not. */
export function pledgeOneSided(report: CheckedReport): readonly Found[] {
  return parts.flatMap((part): Found[] => {
    const at = (code: 'pledge_amount' | 'pledge_projects') =>
      figureIn(report.cells.find((cell) => cell.indicator === code && cell.part === part))
    const amount = at('pledge_amount')
    const projects = at('pledge_projects')
    if (!amount || !projects || isZero(amount) === isZero(projects)) return []
    return [
      {
        indicator: isZero(projects) ? 'pledge_projects' : 'pledge_amount',
        part,
        expected: { moreThan: '0' },
        received: { amount: toDecimalString(amount), projects: toDecimalString(projects) },
        next: 'checkBothFigures',
      },
    ]
  })
}
