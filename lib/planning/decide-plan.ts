import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { writePlanEvent } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { knownVersion } from './version-in-hand'

/**
 * A national reviewer approves a signed version, which then holds, or returns it with a reason.
 * @throws Refusal planUnknown, planNotNow, reasonMissing, tooLong
 */
export async function decidePlan(
  permit: Permit<'plan.decide'>,
  version: number,
  { approves, reason }: { readonly approves: boolean; readonly reason: string },
): Promise<void> {
  const said = requireReason(reason, !approves)
  await begin(permit, async (work) => {
    const { status, events } = await knownVersion(work, version)
    const signed = events.at(-1)
    if (status !== 'signed' || signed === undefined) throw new Refusal('planNotNow')
    await writePlanEvent(work, version, {
      kind: approves ? 'approved' : 'returned',
      reason: said,
      contentHash: signed.contentHash,
    })
  })
}
