import { readPlanVersions, type PlanVersion } from '@/lib/store/plans'
import type { Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/** The version that may be edited. @throws Refusal planUnknown where there is none, planNotEditable once it is signed or approved */
export async function editableVersion(work: Work, version: number): Promise<PlanVersion> {
  const found = await knownVersion(work, version)
  if (found.status !== 'draft' && found.status !== 'returned') throw new Refusal('planNotEditable')
  return found
}

/** A version of the city's plan. @throws Refusal planUnknown */
export async function knownVersion(work: Work, version: number): Promise<PlanVersion> {
  const found = (await readPlanVersions(work)).find((each) => each.version === version)
  if (found === undefined) throw new Refusal('planUnknown')
  return found
}

/** The latest approved version: the plan that holds; null before the first approval. */
export const approvedOf = (versions: readonly PlanVersion[]): PlanVersion | null =>
  versions.findLast(({ status }) => status === 'approved') ?? null
