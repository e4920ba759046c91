import type { Permit } from '@/lib/access/authorize'
import { readExtensions } from '@/lib/store/extensions'
import { keepSubmittedAt } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { Refusal, type Period } from '@/lib/values'
import { deadlineOf } from './deadline'
import { keepPendingFacts } from './keep-pending-facts'
import { beginMove, finishMove, requireReason } from './move-report'
import { lastReturn, openWindow } from './working-copy'

/**
 * 撤回上报: takes a submission back before anybody reviewed it, so that the working copy can be edited again. The version and
 * its receipt stay, and count as never submitted. After the lock only what answers a return can be taken back: nothing else
 * could be submitted again.
 * @throws Refusal notNow, reasonMissing, tooLong, periodLocked
 */
export function withdrawReport(
  permit: Permit<'report.withdraw'>,
  period: Period,
  reason: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const usual = await openWindow(work, period)
    const moving = await beginMove(work, period, 'withdrawn')
    const { lockedAfter } = deadlineOf(usual, await readExtensions(work, period), work.city)
    const answers = lastReturn(
      moving.events.slice(
        0,
        moving.events.findLastIndex(({ kind }) => kind === 'submitted'),
      ),
    )
    if (answers === null && lockedAfter !== null && work.now > lockedAfter)
      throw new Refusal('periodLocked', { period, lockedAfter: lockedAfter.toISOString() })
    await finishMove(work, moving, { kind: 'withdrawn', reason: requireReason(reason) })
    await keepSubmittedAt(work, period)
    await keepPendingFacts(work)
  })
}
