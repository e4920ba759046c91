import type { DecisionContent } from './content'

/** How a decision became what it is: the second person's deed, or the proposer's own withdrawal. */
export interface SecondStep {
  readonly kind: 'approved' | 'rejected' | 'withdrawn'
  readonly reason: string
  /** The effects as this person saw them; canonical form of a Rehearsal, '' for a withdrawal. */
  readonly rehearsal: string
  readonly by: string
  readonly byName: string
  readonly at: Date
  /** Rises with each signature in the book: the later of two decides. */
  readonly seq: number
}

/** One entry of the decision book (决定簿). */
export interface Decision {
  readonly id: string
  /** The city it is about; null: all of them. */
  readonly city: string | null
  readonly content: DecisionContent
  /** SHA-256 of the content's canonical form. */
  readonly contentHash: string
  readonly documentNumber: string
  readonly reason: string
  /** Days, YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly endsOn: string | null
  /** The effects as the proposer saw them; canonical form of a Rehearsal. */
  readonly rehearsal: string
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
  /** Null while it waits for the second signature. */
  readonly second: SecondStep | null
}
