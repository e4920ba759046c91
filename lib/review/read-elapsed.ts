import type { Permit } from '@/lib/access/authorize'
import { readCities } from '@/lib/store/cities'
import { readExtensions } from '@/lib/store/extensions'
import { readPeriods } from '@/lib/store/periods'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import { isAskedFor, type QueueEntry, type QueueQuestion } from './arrange-queue'
import { reportsUnderReview } from './reports-under-review'

/** Every report under review that was asked for, with this reviewer or elsewhere, the most pressing first. */
export function readElapsed(
  permit: Permit<'queue.read'>,
  question: QueueQuestion,
): Promise<{ readonly now: Date; readonly entries: readonly QueueEntry[] }> {
  return begin(permit, async (work) => {
    const opened = (await readPeriods(work)).filter((window) => work.now >= window.opensAt)
    const under = await reportsUnderReview(work, {
      cities: await readCities(work),
      opened,
      summaries: await readSummaries(work),
      extensions: await readExtensions(work),
    })
    return { now: work.now, entries: under.filter((entry) => isAskedFor(entry, question)) }
  })
}
