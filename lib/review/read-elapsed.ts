import type { Permit } from '@/lib/access/authorize'
import { readReviewFrame } from '@/lib/store/review-frame'
import { begin } from '@/lib/store/work'
import { isAskedFor, type QueueEntry, type QueueQuestion } from './arrange-queue'
import { reportsUnderReview } from './reports-under-review'

/** Every report under review that was asked for, with this reviewer or elsewhere, the most pressing first. */
export function readElapsed(
  permit: Permit<'queue.read'>,
  question: QueueQuestion,
): Promise<{ readonly now: Date; readonly entries: readonly QueueEntry[] }> {
  return begin(permit, async (work) => {
    const under = await reportsUnderReview(work, await readReviewFrame(work))
    return { now: work.now, entries: under.filter((entry) => isAskedFor(entry, question)) }
  })
}
