import type { Permit } from '@/lib/access/authorize'
import { elapsedDays, type ElapsedDays } from '@/lib/reporting/elapsed-days'
import { readPeriod } from '@/lib/store/periods'
import { readEvents } from '@/lib/store/reports'
import { readRoute } from '@/lib/store/review-routes'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** How many working days one report of the city lay with each side; null of a period that there is not. */
export function readReportElapsed(permit: Permit<'city.read'>, period: Period): Promise<ElapsedDays | null> {
  return begin(permit, async (work) => {
    const window = await readPeriod(work, period)
    if (window === null) return null
    return elapsedDays(window.opensAt, await readEvents(work, period), work.now, await readRoute(work))
  })
}
