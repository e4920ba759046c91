import { actorOf, type Permit } from '@/lib/access/authorize'
import { handoverOn } from '@/lib/reporting/stand-in'
import { readCities, type City } from '@/lib/store/cities'
import {
  readColleagues,
  readOpenWork,
  readReviewHandovers,
  type Colleague,
  type OpenWork,
  type ReviewHandover,
} from '@/lib/store/review-handovers'
import { begin } from '@/lib/store/work'
import { dayOf } from '@/lib/values'

/** Hand-overs between reviewers, as one of them sees them. */
export interface Handovers {
  readonly today: string
  readonly own: string
  /** Those of the same role and reach, the person too. */
  readonly colleagues: readonly Colleague[]
  /** That hold today or will, and concern the person; the latest last. */
  readonly given: readonly ReviewHandover[]
  readonly taken: readonly ReviewHandover[]
  /** What the person, and everybody whose work the person has taken, has begun and not ended. */
  readonly open: readonly OpenWork[]
  /** Everything ever written among these colleagues, the latest first. */
  readonly history: readonly ReviewHandover[]
  readonly cities: readonly City[]
}

/** The steps that hold on a day or begin later, one a giver at most of each. */
function standing(steps: readonly ReviewHandover[], today: string): ReviewHandover[] {
  const givers = [...new Set(steps.map(({ giver }) => giver))]
  return givers.flatMap((giver) => {
    const now = handoverOn(steps, giver, today)
    const last = steps.findLast((step) => step.giver === giver)
    const coming = last !== undefined && last.taker !== null && last.from > today ? [last] : []
    return [...(now === undefined ? [] : [now]), ...coming]
  })
}

/** What a reviewer has handed over or taken today or will: for the head of the queue. */
export const standInsOf = (
  steps: readonly ReviewHandover[],
  reviewer: string,
  today: string,
): Pick<Handovers, 'given' | 'taken'> => concerning(standing(steps, today), reviewer)

const concerning = (steps: readonly ReviewHandover[], id: string): Pick<Handovers, 'given' | 'taken'> => ({
  given: steps.filter(({ giver }) => giver === id),
  taken: steps.filter(({ taker }) => taker === id),
})

/** Everything about hand-overs that a reviewer works with. */
export function readHandovers(permit: Permit<'queue.read'>): Promise<Handovers> {
  const { id, role } = actorOf(permit)
  return begin(permit, async (work) => {
    const steps = (await readReviewHandovers(work)).filter((step) => step.role === role)
    const today = dayOf(work.now)
    const { given, taken } = standInsOf(steps, id, today)
    return {
      today,
      own: id,
      colleagues: await readColleagues(work),
      given,
      taken,
      open: await readOpenWork(work, [...new Set([id, ...taken.map(({ giver }) => giver)])]),
      history: steps.toReversed(),
      cities: await readCities(work),
    }
  })
}
