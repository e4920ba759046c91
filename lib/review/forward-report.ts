import type { Permit } from '@/lib/access/authorize'
import { beginMove, finishMove, requireReason } from '@/lib/reporting/move-report'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'

/** The province has checked the report and passes it on to the national reviewers; a remark is optional. @throws Refusal notNow */
export function forwardReport(
  permit: Permit<'report.forward'>,
  period: Period,
  remark: string,
): Promise<void> {
  return begin(permit, async (work) => {
    const moving = await beginMove(work, period, 'forwarded')
    await finishMove(work, moving, {
      kind: 'forwarded',
      ...(remark.trim() === '' ? {} : { reason: requireReason(remark) }),
    })
  })
}
