import type { ReportingPeriod } from '@/lib/store/periods'
import { addQuarters, lastDayOf, quarterOfDate, type Quarter } from '@/lib/values'

const DAY = 24 * 60 * 60 * 1000

/** The quarter after the last known one (or the present one): open when it ends, due twenty days later, never locked. */
export function usualPeriod(last: Quarter | null, now: Date): ReportingPeriod {
  const period = last === null ? quarterOfDate(now) : addQuarters(last, 1)
  const opensAt = new Date(`${lastDayOf(period)}T24:00:00+08:00`)
  const dueAt = new Date(opensAt.getTime() + 20 * DAY - 1000)
  return { period, opensAt, dueAt, lateAfter: dueAt, lockedAfter: null }
}
