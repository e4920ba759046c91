import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { openCases } from '@/lib/store/cases'
import { begin } from '@/lib/store/work'
import { isQuarter, type Period } from '@/lib/values'
import { acceptVersion } from './accept-version'
import { requireClean } from './require-clean'
import { tellBands } from './tell-bands'

/**
 * 受理: the version in hand counts from now on, in every verdict, and the verdicts as of its
 * quarter are issued. `contentHash` is that of the version shown to the reviewer. What another city claims too is then a
 * case; found by a permit of its own, since the city's own sees no other city; and the band of the cohort may be told anew.
 * @param only `clean`: only if nothing in it is open, as when several are accepted together
 * @throws Refusal notNow, contentChanged, notClean
 */
export async function acceptReport(
  permit: Permit<'report.accept'>,
  period: Period,
  contentHash: string,
  only?: 'clean',
): Promise<void> {
  const version = await begin(permit, (work) =>
    acceptVersion(work, period, contentHash, async (moving) => {
      if (only === 'clean') await requireClean(work, moving)
    }),
  )
  await begin(authorize(actorOf(permit), 'case.open'), (work) =>
    openCases(work, { city: permit.scope.city, period, version }),
  )
  if (isQuarter(period)) await tellBands(authorize(actorOf(permit), 'band.tell'), permit.scope.city, period)
}
