import type { Permit } from '@/lib/access/authorize'
import { readEvents, type EventKind } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** A moment at which what is known of a report changed for everybody. */
export interface KnownMoment {
  readonly at: Date
  readonly kind: EventKind
  readonly version: number
}

const TOLD: readonly EventKind[] = ['submitted', 'withdrawn', 'forwarded', 'returned', 'accepted', 'restated']

/** The moments worth looking back to, the latest first; of what the city did by itself there are none. */
export function readKnownMoments(
  permit: Permit<'city.read' | 'report.read'>,
  period: Period,
): Promise<readonly KnownMoment[]> {
  return begin(permit, async (work) =>
    (await readEvents(work, period))
      .filter(({ kind }) => TOLD.includes(kind))
      .map(({ at, kind, version }) => ({ at, kind, version }))
      .toReversed(),
  )
}
