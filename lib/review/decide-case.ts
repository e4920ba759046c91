import { actorOf, authorize, type Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readCase } from '@/lib/store/case-pages'
import { appendCaseStep, writeOutcomes, type DuplicateCase } from '@/lib/store/cases'
import { begin, type Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { settleCase } from './settle-case'

/** Whether a decision holds for every side of a case; a city that joins later opens it again. */
export const isDecided = ({ claims }: Pick<DuplicateCase, 'claims'>): boolean =>
  claims.every(({ decidedIn }) => decidedIn !== null)

/** Which city counts the enterprise: one of those in the case, or null for every one of them. */
export interface CaseDecision {
  readonly number: number
  readonly countsIn: string | null
  readonly reason: string
  /** How many steps the case had as it was shown. */
  readonly steps: number
}

/**
 * Decides a case, or decides it anew. From then on the enterprise counts where the decision says; the accepted figures of each
 * city are worked out again, what was issued stays as it was issued.
 * @throws Refusal caseUnknown, cityNotInCase, caseDecided when somebody else did something meanwhile, reasonMissing
 */
export async function decideCase(
  permit: Permit<'case.decide'>,
  { number, countsIn, reason, steps }: CaseDecision,
): Promise<void> {
  const why = requireReason(reason)
  const cities = await begin(permit, async (work) => {
    const found = await openCase(work, number)
    if (found.steps.length !== steps) throw new Refusal('caseDecided', { number: String(number) })
    if (countsIn !== null && !found.claims.some(({ city }) => city === countsIn)) {
      throw new Refusal('cityNotInCase', { number: String(number) })
    }
    const seq = await appendCaseStep(work, number, { kind: 'decided', countsIn, reason: why })
    await writeOutcomes(work, found, seq, countsIn)
    return found.claims.map(({ city }) => city)
  })
  for (const city of cities) {
    await settleCase(
      authorize(actorOf(permit), 'case.settle', city),
      number,
      countsIn === null || countsIn === city,
    )
  }
}

/** Adds a note to a case: what was asked of whom, what came back. @throws Refusal caseUnknown, reasonMissing */
export function noteCase(permit: Permit<'case.decide'>, number: number, note: string): Promise<void> {
  const reason = requireReason(note)
  return begin(permit, async (work) => {
    await openCase(work, number)
    await appendCaseStep(work, number, { kind: 'note', countsIn: null, reason })
  })
}

async function openCase(work: Work<'case.decide'>, number: number): Promise<DuplicateCase> {
  const found = await readCase(work, number)
  if (found === null) throw new Refusal('caseUnknown', { number: String(number) })
  return found
}
