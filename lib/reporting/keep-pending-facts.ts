import { markElsewhere } from '@/lib/rules/countable'
import { readOwnCases } from '@/lib/store/cases'
import { readSubmittedIdentities } from '@/lib/store/submitted-identities'
import { keepPending, type PendingFact } from '@/lib/store/summary'
import { readSubmittedFigures } from '@/lib/store/versions'
import type { Work } from '@/lib/store/work'
import { pendingFacts } from './pending-facts'
import { submittedFacts } from './submitted-facts'

/** Says anew what the city has submitted and nobody accepted: called in the transaction that changes which version stands. */
export async function keepPendingFacts(work: Work): Promise<void> {
  await keepPending(work, await readPendingFacts(work))
}

/** What the city has submitted and nobody accepted, worked out of its versions: now, or at the moment of the permit. */
export async function readPendingFacts(work: Work): Promise<PendingFact[]> {
  const figures = await readSubmittedFigures(work)
  const entities = markElsewhere(await readSubmittedIdentities(work), await readOwnCases(work))
  return pendingFacts(submittedFacts(figures, entities))
}
