import type { Permit } from '@/lib/access/authorize'
import { readExtensions, writeExtension } from '@/lib/store/extensions'
import { readPeriod } from '@/lib/store/periods'
import { readEvents, standingSubmissions, statusOf } from '@/lib/store/reports'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal, type Period } from '@/lib/values'
import { deadlineOf } from './deadline'
import { requireReason } from './move-report'
import { tellAtOnce } from './tell-at-once'

/**
 * 申请延期: more time for one report, with a reason and an end; it holds when somebody else grants it.
 * @param day the last day, `2022-11-15`, Asia/Shanghai; that day included
 * @throws Refusal periodUnknown, reasonMissing, extensionNeedless, extensionDayWrong, extensionPending
 */
export async function askExtension(
  permit: Permit<'extension.ask'>,
  period: Period,
  day: string,
  reason: string,
): Promise<void> {
  const said = requireReason(reason)
  const until = new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T23:59:59+08:00` : '')
  if (Number.isNaN(until.getTime()) || dayOf(until) !== day) throw new Refusal('dateWrong', { got: day })
  await begin(permit, async (work) => {
    const window = await readPeriod(work, period)
    if (window === null) throw new Refusal('periodUnknown', { period })
    const events = await readEvents(work, period)
    if (standingSubmissions(events).length > 0) {
      throw new Refusal('extensionNeedless', { status: statusOf(events) })
    }
    const { lateAfter } = deadlineOf(window, await readExtensions(work, period), work.city)
    const earliest = lateAfter > work.now ? lateAfter : work.now
    if (until <= earliest) throw new Refusal('extensionDayWrong', { got: day, after: dayOf(earliest) })
    await writeExtension(work, { period, until, reason: said })
    await tellAtOnce(work, { of: 'extension' })
  })
}
