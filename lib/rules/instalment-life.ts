/** Where a proposal of the second instalment stands. */
export const INSTALMENT_STATES = [
  'proposed',
  'decided',
  'differs',
  'refused',
  'withdrawn',
  'reversalAsked',
  'reversed',
] as const
export type InstalmentState = (typeof INSTALMENT_STATES)[number]

/** What happened to a proposal since it was made. */
export interface InstalmentSteps {
  /** Null while the other person has not answered. */
  readonly answer:
    { readonly kind: 'entered'; readonly agrees: boolean } | { readonly kind: 'refused' | 'withdrawn' } | null
  /** Oldest first; `confirmed` null while the other person has not answered. */
  readonly reversals: readonly { readonly confirmed: boolean | null }[]
}

/** Where a proposal stands, by what happened to it. */
export function instalmentState({ answer, reversals }: InstalmentSteps): InstalmentState {
  if (answer === null) return 'proposed'
  if (answer.kind !== 'entered') return answer.kind
  if (!answer.agrees) return 'differs'
  if (reversals.some(({ confirmed }) => confirmed === true)) return 'reversed'
  return reversals.at(-1)?.confirmed === null ? 'reversalAsked' : 'decided'
}

/** A decision that holds, whether or not its reversal was asked for. */
export const isDecided = (state: InstalmentState): boolean => state === 'decided' || state === 'reversalAsked'

/** What can be done, from which state, and whether by another person than whose deed it answers. */
const MOVES = {
  enter: { from: 'proposed', by: 'another' },
  refuse: { from: 'proposed', by: 'another' },
  withdraw: { from: 'proposed', by: 'same' },
  askReversal: { from: 'decided', by: 'anybody' },
  answerReversal: { from: 'reversalAsked', by: 'another' },
} as const
export type InstalmentMove = keyof typeof MOVES

/**
 * Whether a step may be taken: `done`, or why not.
 * @param before whoever did what this answers: the proposer, or who asked for the reversal
 */
export function instalmentStep(
  state: InstalmentState,
  move: InstalmentMove,
  by: string,
  before: string,
): 'done' | 'instalmentNotNow' | 'instalmentSigner' {
  const { from, by: who } = MOVES[move]
  if (state !== from) return 'instalmentNotNow'
  if (who === 'anybody') return 'done'
  return (by === before) === (who === 'same') ? 'done' : 'instalmentSigner'
}

/** Whether a city's second instalment can be proposed: nothing waits and no decision holds. */
export const canPropose = (states: readonly InstalmentState[]): boolean =>
  states.every((state) => state !== 'proposed' && !isDecided(state))
