import type { Permit } from '@/lib/access/authorize'
import { readPeriods, type ReportingPeriod } from '@/lib/store/periods'
import { begin } from '@/lib/store/work'
import { isQuarter, type Period } from '@/lib/values'
import { usualPeriod } from './usual-period'

/** Where a reporting period stands now: its dates are told apart. */
export type PeriodState = 'notOpen' | 'open' | 'late' | 'locked'

export interface PeriodList {
  readonly now: Date
  /** The latest first. */
  readonly periods: readonly { readonly window: ReportingPeriod; readonly state: PeriodState }[]
  /** The quarter after the last one, with the usual dates. */
  readonly next: ReportingPeriod
}

const stateOf = ({ opensAt, dueAt, lockedAfter }: ReportingPeriod, now: Date): PeriodState => {
  if (now < opensAt) return 'notOpen'
  if (now <= dueAt) return 'open'
  return lockedAfter !== null && now > lockedAfter ? 'locked' : 'late'
}

/** All reporting periods and where they stand. */
export function listPeriods(permit: Permit<'reference.configure'>): Promise<PeriodList> {
  return begin(permit, async (work) => {
    const windows = await readPeriods(work)
    const quarters = windows.flatMap(({ period }) => (isQuarter(period) ? [period] : []))
    return {
      now: work.now,
      periods: windows.map((window) => ({ window, state: stateOf(window, work.now) })).reverse(),
      next: usualPeriod(quarters.at(-1) ?? null, work.now),
    }
  })
}

/** One reporting period and where it stands; null when there is none of that name. */
export async function findPeriod(
  permit: Permit<'reference.configure'>,
  period: Period,
): Promise<PeriodList['periods'][number] | null> {
  const { periods } = await listPeriods(permit)
  return periods.find(({ window }) => window.period === period) ?? null
}
