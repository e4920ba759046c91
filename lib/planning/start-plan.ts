import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readPlanTasks, readPlanVersions, writePlanTasks, writePlanVersion } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'

/**
 * Begins the first version of a plan, or an amendment: the next version, with the tasks of the one that holds. Gives its number.
 * @throws Refusal planPending, reasonMissing (an amendment says why)
 */
export function startPlan(permit: Permit<'plan.prepare'>, reason: string): Promise<number> {
  return begin(permit, async (work) => {
    const versions = await readPlanVersions(work)
    const last = versions.at(-1)
    if (last !== undefined && last.status !== 'approved') throw new Refusal('planPending')
    const version = (last?.version ?? 0) + 1
    await writePlanVersion(work, version, last === undefined ? '' : requireReason(reason))
    if (last !== undefined) await writePlanTasks(work, version, await readPlanTasks(work, last.version))
    return version
  })
}
