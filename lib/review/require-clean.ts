import type { Moving } from '@/lib/reporting/move-report'
import { countConversations } from '@/lib/store/conversations'
import { readVersionStates } from '@/lib/store/review-queue'
import type { Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/**
 * A report that is dealt with without being opened has nothing open: each finding is explained, no conversation waits, and no
 * enterprise of it stands in an undecided case. The caller holds the report's lock.
 * @throws Refusal notClean
 */
export async function requireClean(work: Work, { period, version }: Moving): Promise<void> {
  const [state] = await readVersionStates(work, [{ city: work.city, period, version }])
  const talk = (await countConversations(work)).find((each) => each.period === period)
  const questions = (talk?.unanswered ?? 0) + (talk?.answered ?? 0)
  const { open = 0, cases = 0 } = state ?? {}
  if (open + cases + questions > 0) {
    throw new Refusal('notClean', {
      open: String(open),
      questions: String(questions),
      cases: String(cases),
    })
  }
}
