import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { writeMonitorReason } from '@/lib/store/monitor-reasons'
import { begin } from '@/lib/store/work'
import { dayOf, isDay, isQuarter, parseExact, Refusal } from '@/lib/values'

/**
 * The city says why its money and its results are apart, and by which day that will have changed.
 * @throws Refusal reasonMissing, tooLong, dateWrong (a day that has passed), formWrong
 */
export async function explainMonitor(
  permit: Permit<'monitor.explain'>,
  text: {
    readonly asOf: string
    readonly spent: string
    readonly achieved: string
    readonly reason: string
    readonly day: string
  },
): Promise<void> {
  const { asOf, spent, achieved, day } = text
  const reason = requireReason(text.reason)
  const isShown = (exact: string): boolean => exact === '' || parseExact(exact) !== undefined
  if (!isQuarter(asOf) || !isShown(spent) || !isShown(achieved))
    throw new Refusal('formWrong', { field: 'asOf' })
  await begin(permit, async (work) => {
    if (!isDay(day) || day < dayOf(work.now)) throw new Refusal('dateWrong', { got: day.slice(0, 60) })
    await writeMonitorReason(work, { asOf, spent, achieved, reason, expectedOn: day })
  })
}
