import type { Permit } from '@/lib/access/authorize'
import { readEvents, type EventKind, type ReportEvent } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** A moment at which what is known of a report changed for everybody. */
export interface KnownMoment {
  readonly at: Date
  readonly kind: EventKind
  readonly version: number
}

const TOLD: readonly EventKind[] = ['submitted', 'withdrawn', 'forwarded', 'returned', 'accepted', 'restated']

/** The moments worth looking back to, the latest first; what the city did by itself is one for its own people alone. */
export function readKnownMoments(
  permit: Permit<'city.read' | 'report.read' | 'draft.read'>,
  period: Period,
): Promise<readonly KnownMoment[]> {
  return begin(permit, async (work) => {
    const events = await readEvents(work, period)
    return permit.action === 'draft.read' ? momentsOf(events) : toldMoments(events)
  })
}

/** The moments of a life that are told to everybody who may read it, the latest first. */
export const toldMoments = (events: readonly ReportEvent[]): readonly KnownMoment[] =>
  momentsOf(events.filter(({ kind }) => TOLD.includes(kind)))

const momentsOf = (events: readonly ReportEvent[]): readonly KnownMoment[] =>
  events.map(({ at, kind, version }) => ({ at, kind, version })).toReversed()
