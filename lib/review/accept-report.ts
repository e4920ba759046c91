import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { refreshFacts } from '@/lib/reporting/accepted-facts'
import { beginMove, finishMove, requireShown } from '@/lib/reporting/move-report'
import { openCases } from '@/lib/store/cases'
import { begin } from '@/lib/store/work'
import { isQuarter, type Period } from '@/lib/values'
import { issueVerdicts } from './issue-verdicts'

/**
 * 受理: the version in hand counts from now on, in every verdict, and the verdicts as of its
 * quarter are issued. `contentHash` is that of the version shown to the reviewer. What another city claims too is then a
 * case; found by a permit of its own, since the city's own sees no other city.
 * @throws Refusal notNow, contentChanged
 */
export async function acceptReport(
  permit: Permit<'report.accept'>,
  period: Period,
  contentHash: string,
): Promise<void> {
  const version = await begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'accepted')
    requireShown(moving, contentHash)
    await finishMove(
      work,
      moving,
      { kind: 'accepted', contentHash },
      { acceptedVersion: moving.version, acceptedAt: work.now },
    )
    await refreshFacts(work)
    if (isQuarter(period)) await issueVerdicts(work, period, moving.version)
    return moving.version
  })
  await begin(authorize(actorOf(permit), 'case.open'), (work) =>
    openCases(work, { city: permit.scope.city, period, version }),
  )
}
