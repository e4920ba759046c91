import type { Permit } from '@/lib/access/authorize'
import { refreshFacts } from '@/lib/reporting/accepted-facts'
import { beginMove, finishMove, requireShown } from '@/lib/reporting/move-report'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/**
 * 受理: the version in hand counts from now on, in every verdict. `contentHash` is that of the version shown to the reviewer.
 * @throws Refusal notNow, contentChanged
 */
export function acceptReport(
  permit: Permit<'report.accept'>,
  period: Period,
  contentHash: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'accepted')
    requireShown(moving, contentHash)
    await finishMove(
      work,
      moving,
      { kind: 'accepted', contentHash },
      { acceptedVersion: moving.version, acceptedAt: work.now },
    )
    await refreshFacts(work)
  })
}
