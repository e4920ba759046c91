import { lastDayOf, quartersBetween, type Period } from '@/lib/values'

const DAY = 86_400_000

/** The dates of the base year's report and of each quarter. Outside the demonstration nothing locks until somebody says so. */
export function reportingPeriods(
  mode: 'demo' | 'empty' | 'cohort2020',
): { period: Period; opensAt: Date; dueAt: Date; lockedAfter: Date | null }[] {
  const demo = mode === 'demo'
  // The cities were selected in mid-2020: the first reports were collected from that October on.
  const start = new Date('2020-10-01T00:00:00+08:00')
  const base = {
    period: '2019' as const,
    opensAt: new Date('2020-09-01T00:00:00+08:00'),
    dueAt: new Date('2020-10-31T23:59:59+08:00'),
    lockedAfter: null,
  }
  const quarters = quartersBetween('2020Q1', demo ? '2022Q4' : '2023Q4').map((period) => {
    const ended = new Date(`${lastDayOf(period)}T24:00:00+08:00`)
    const opensAt = ended < start ? start : ended
    const dueAt = new Date(opensAt.getTime() + 20 * DAY - 1000)
    return {
      period,
      opensAt,
      dueAt,
      lockedAfter: demo ? new Date(opensAt.getTime() + 46 * DAY - 1000) : null,
    }
  })
  return [base, ...quarters]
}
