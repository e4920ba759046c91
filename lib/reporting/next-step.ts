import type { Role } from '@/lib/access/roles'
import type { Status } from '@/lib/store/reports'

/** What a person of the city does next about a report. */
export type NextStep =
  | 'begin'
  | 'continue'
  /** Put right what was returned. */
  | 'correct'
  /** Everything is answered: run the checks. */
  | 'check'
  | 'certify'
  | 'submit'
  /** Somebody else of the city has to act. */
  | 'awaitOfficer'
  | 'awaitCertifier'
  /** It is with the province or the ministry. */
  | 'awaitReview'
  | 'done'
  | 'notOpen'
  /** Never submitted, and closed. */
  | 'locked'

export interface Standing {
  readonly status: Status
  readonly isOpen: boolean
  readonly isLocked: boolean
  readonly isComplete: boolean
  /** Soft findings that nobody has explained yet. */
  readonly toExplain: number
}

/** The next step from where a report stands, for this role. What is legal, lib/reporting/moves.ts says; this is advice. */
export function nextStep(
  { status, isOpen, isLocked, isComplete, toExplain }: Standing,
  role: Role,
): NextStep {
  const isOfficer = role === 'city_officer'
  switch (status) {
    case 'open':
    case 'draft':
      if (!isOpen) return 'notOpen'
      if (isLocked) return 'locked'
      if (isOfficer) return isComplete ? 'check' : status === 'open' ? 'begin' : 'continue'
      return isComplete && toExplain === 0 ? 'certify' : 'awaitOfficer'
    case 'returned':
      return isOfficer ? 'correct' : 'certify'
    case 'certified':
      return 'submit'
    case 'submitted':
    case 'forwarded':
      return 'awaitReview'
    case 'accepted':
      return 'done'
  }
}

const URGENCY: readonly NextStep[] = ['correct', 'submit', 'certify', 'check', 'continue', 'begin']

/** Of several reports the one to see to first: what was returned, then what is nearest to being done. */
export function mostUrgent<T extends { readonly next: NextStep }>(entries: readonly T[]): T | null {
  for (const step of URGENCY) {
    const found = entries.find(({ next }) => next === step)
    if (found !== undefined) return found
  }
  return null
}
