import { refreshFacts } from '@/lib/reporting/accepted-facts'
import { beginMove, finishMove, requireShown, type Moving } from '@/lib/reporting/move-report'
import type { Work } from '@/lib/store/work'
import { isQuarter, type Period } from '@/lib/values'
import { issueVerdicts } from './issue-verdicts'

/**
 * The version in hand counts from now on, and the verdicts as of its quarter are issued. `check` may still refuse it, once
 * the report is locked.
 * @throws Refusal notNow, contentChanged
 */
export async function acceptVersion(
  work: Work<'report.accept'>,
  period: Period,
  contentHash: string,
  check: (moving: Moving) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const moving = await beginMove(work, period, 'accepted')
  requireShown(moving, contentHash)
  await check(moving)
  await finishMove(
    work,
    moving,
    { kind: 'accepted', contentHash },
    { acceptedVersion: moving.version, acceptedAt: work.now },
  )
  await refreshFacts(work)
  if (isQuarter(period)) await issueVerdicts(work, period, moving.version)
  return moving.version
}
