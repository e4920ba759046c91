import { AccessRefused, actorOf, mayEver } from '@/lib/access/authorize'
import type { City } from '@/lib/store/cities'
import { readReportFrame } from '@/lib/store/report-frame'
import { statusOf, versionInHand, type ReportEvent, type Status } from '@/lib/store/reports'
import type { Work } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { deadlineOf, type Deadline } from './deadline'
import { editScope, lastReturn, type EditScope } from './working-copy'

/** How a report stands, without what it says. */
export interface ReportStanding {
  readonly city: City
  readonly window: Deadline
  readonly now: Date
  readonly status: Status
  readonly version: number
  /** What this person may edit now. */
  readonly scope: EditScope
  readonly events: readonly ReportEvent[]
  readonly returned: ReportEvent | null
}

/**
 * Reads how a report stands; by a permit that looks back as it stood then, and nothing of it can be edited.
 * @throws AccessRefused notFound when there is no such period
 */
export async function readReportStanding(work: Work<'draft.read'>, period: Period): Promise<ReportStanding> {
  const { permit, now } = work
  const { city, window: usual, extensions, events } = await readReportFrame(work, period)
  if (city === null || usual === null) throw new AccessRefused('notFound')
  const window = deadlineOf(usual, extensions, work.city)
  const status = statusOf(events)
  return {
    city,
    window,
    now,
    status,
    version: versionInHand(events),
    scope:
      permit.known === null && mayEver(actorOf(permit), 'report.prepare')
        ? editScope(events, window, now)
        : 'none',
    events,
    returned: status === 'returned' || status === 'draft' ? lastReturn(events) : null,
  }
}
