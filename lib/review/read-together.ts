import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import type { City } from '@/lib/store/cities'
import { readReviewFrame } from '@/lib/store/review-frame'
import { begin } from '@/lib/store/work'
import { Refusal, type Period, type RefusalNote } from '@/lib/values'
import { isClean, type QueueEntry } from './arrange-queue'
import { previewAcceptance, type Acceptance } from './preview-acceptance'
import { reportsUnderReview } from './reports-under-review'

/** A report that was chosen to be dealt with together with others. */
export interface ChosenReport {
  readonly city: string
  readonly period: Period
}

/** What passing it on would do, or why it cannot be done unseen. */
export interface TogetherEntry extends ChosenReport {
  readonly place: City
  readonly version: number
  readonly contentHash: string
  readonly refusal: RefusalNote | null
  /** What accepting it would do; null where it is only forwarded, and where it is refused. */
  readonly acceptance: Acceptance | null
}

/** How many reports are dealt with at once; each has its own transaction. */
export const MOST_TOGETHER = 50

/**
 * Which of the chosen reports can be passed together, and what that does. Reports that are not under review within this
 * reviewer's reach are not named.
 */
export async function readTogether(
  permit: Permit<'queue.read'>,
  chosen: readonly ChosenReport[],
): Promise<TogetherEntry[]> {
  const actor = actorOf(permit)
  const under = await begin(permit, async (work) => reportsUnderReview(work, await readReviewFrame(work)))
  const wanted = new Set(chosen.slice(0, MOST_TOGETHER).map(({ city, period }) => `${city}/${period}`))
  const entries = under.filter(({ city, window }) => wanted.has(`${city.code}/${window.period}`))
  const together: TogetherEntry[] = []
  for (const entry of entries) {
    const { city: place, window, summary, state, moves } = entry
    const refusal = refusalOf(entry)
    const [city, period] = [place.code, window.period]
    const acceptance =
      refusal === null && moves.includes('accepted')
        ? await previewAcceptance(authorize(actor, 'report.accept', city), period, state.contentHash)
        : null
    together.push({
      ...{ city, period, place, refusal, acceptance },
      version: summary.version,
      contentHash: state.contentHash,
    })
  }
  return together
}

function refusalOf(entry: QueueEntry): RefusalNote | null {
  const { moves, state, unanswered, answered } = entry
  if (!moves.includes('accepted') && !moves.includes('forwarded')) {
    return new Refusal('notNow', { status: entry.summary.status })
  }
  if (isClean(entry)) return null
  return new Refusal('notClean', {
    open: String(state.open),
    questions: String(unanswered + answered),
    cases: String(state.cases),
  })
}
