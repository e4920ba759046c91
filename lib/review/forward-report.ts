import type { Permit } from '@/lib/access/authorize'
import { beginMove, finishMove, requireReason, requireShown } from '@/lib/reporting/move-report'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/**
 * The province has checked the report and passes it on to the national reviewers; a remark is optional. `contentHash` is
 * that of the version shown to the reviewer.
 * @throws Refusal notNow, contentChanged
 */
export function forwardReport(
  permit: Permit<'report.forward'>,
  period: Period,
  contentHash: string,
  remark: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'forwarded')
    requireShown(moving, contentHash)
    const reason = remark.trim() === '' ? {} : { reason: requireReason(remark) }
    await finishMove(work, moving, { kind: 'forwarded', contentHash, ...reason })
  })
}
