import type { Permit } from '@/lib/access/authorize'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { beginMove, finishMove, requireReason } from './move-report'

/** Takes a certification back before submission, so that the working copy can be edited again. @throws Refusal notNow, reasonMissing */
export function recallReport(permit: Permit<'report.recall'>, period: Period, reason: string): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'recalled')
    await finishMove(work, moving, { kind: 'recalled', reason: requireReason(reason) })
  })
}
