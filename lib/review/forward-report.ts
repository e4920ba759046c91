import type { Permit } from '@/lib/access/authorize'
import { beginMove, finishMove, requireReason, requireShown } from '@/lib/reporting/move-report'
import { begin } from '@/lib/store/work'
import { requireClean } from './require-clean'
import type { Period } from '@/lib/values'

/**
 * The province has checked the report and passes it on to the national reviewers; a remark is optional. `contentHash` is
 * that of the version shown to the reviewer.
 * @param only `clean`: only if nothing in it is open, as when several are forwarded together
 * @throws Refusal notNow, contentChanged, notClean
 */
export function forwardReport(
  permit: Permit<'report.forward'>,
  period: Period,
  contentHash: string,
  remark: string,
  only?: 'clean',
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'forwarded')
    requireShown(moving, contentHash)
    if (only === 'clean') await requireClean(work, moving)
    const reason = remark.trim() === '' ? {} : { reason: requireReason(remark) }
    await finishMove(work, moving, { kind: 'forwarded', contentHash, ...reason })
  })
}
