import type { ReportingPeriod } from '@/lib/store/periods'
import { isQuarter } from '@/lib/values'
import { mostUrgent } from './next-step'
import type { Desk, DeskEntry } from './read-desk'

/** The desk as it is shown: what needs somebody now first, the quiet rest after it. */
export interface ArrangedDesk {
  /** Returned first, then by due date. */
  readonly todo: readonly DeskEntry[]
  /** The one of these with the main action. */
  readonly urgent: DeskEntry | null
  /** Never submitted, and locked. */
  readonly lockedOut: readonly DeskEntry[]
  /** Submitted at least once and not with the city now, the latest first. */
  readonly past: readonly DeskEntry[]
  /** The next period that opens. */
  readonly upcoming: ReportingPeriod | null
  /** Without it no growth can be computed. */
  readonly isBaseMissing: boolean
}

/** Sorts the reports of a desk by what is to be done about them. */
export function arrangeDesk({ entries }: Pick<Desk, 'entries'>): ArrangedDesk {
  const isPast = ({ next }: DeskEntry): boolean => next === 'awaitReview' || next === 'done'
  const isClosed = ({ next }: DeskEntry): boolean => next === 'locked' || next === 'notOpen'
  const todo = entries
    .filter((entry) => !isPast(entry) && !isClosed(entry))
    .toSorted((a, b) => Number(b.next === 'correct') - Number(a.next === 'correct'))
  const base = entries.find(({ window }) => !isQuarter(window.period))
  return {
    todo,
    urgent: mostUrgent(todo),
    lockedOut: entries.filter(({ next }) => next === 'locked'),
    past: entries.filter(isPast).toReversed(),
    upcoming: entries.find(({ next }) => next === 'notOpen')?.window ?? null,
    isBaseMissing: base !== undefined && (base.status === 'open' || base.status === 'draft'),
  }
}
