/** A step of a hand-over between reviewers: who takes over from whom, from a day to a day. */
export interface HandoverStep {
  readonly giver: string
  /** Null: the giver is back. */
  readonly taker: string | null
  /** Days, YYYY-MM-DD; without an end until another step says otherwise. */
  readonly from: string
  readonly until: string | null
}

/** The step of one giver that holds on a day: of those that have begun the last one, unless it has ended. `steps`: as written. */
export function handoverOn<S extends HandoverStep>(
  steps: readonly S[],
  giver: string,
  day: string,
): S | undefined {
  const last = steps.findLast((step) => step.giver === giver && step.from <= day)
  return last === undefined || last.taker === null || (last.until !== null && day > last.until)
    ? undefined
    : last
}

/** Who does a reviewer's work on a day: the reviewer, or whoever took over, also at second hand. */
export function standIn(steps: readonly HandoverStep[], reviewer: string, day: string): string {
  const seen = new Set([reviewer])
  let now = reviewer
  for (;;) {
    const next = handoverOn(steps, now, day)?.taker
    // Two who hand over to each other: the work stays with the last of them.
    if (next == null || seen.has(next)) return now
    seen.add(next)
    now = next
  }
}
