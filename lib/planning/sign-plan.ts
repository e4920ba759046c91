import type { Permit } from '@/lib/access/authorize'
import { checkPlan } from '@/lib/rules/check-plan'
import { lockLedger } from '@/lib/store/ledger'
import { readPlanTasks, readPlanVersions, writePlanEvent } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { planHash } from './plan-hash'
import { problemDetail } from './save-tasks'
import { approvedOf, editableVersion } from './version-in-hand'

/**
 * 签审: a second person of the city signs the version as it was shown, and it goes to the reviewers.
 * @param contentHash of the tasks as shown
 * @throws Refusal planUnknown, planNotEditable, contentChanged, planProblem, planSame, planSigner
 */
export async function signPlan(
  permit: Permit<'plan.sign'>,
  version: number,
  contentHash: string,
): Promise<void> {
  await begin(permit, async (work) => {
    await lockLedger(work)
    await editableVersion(work, version)
    const tasks = await readPlanTasks(work, version)
    if (planHash(tasks) !== contentHash) throw new Refusal('contentChanged')
    const [problem] = checkPlan(tasks, 'whole')
    if (problem !== undefined) throw new Refusal('planProblem', problemDetail(problem))
    const holds = approvedOf(await readPlanVersions(work))
    if (holds !== null && planHash(await readPlanTasks(work, holds.version)) === contentHash)
      throw new Refusal('planSame')
    await writePlanEvent(work, version, { kind: 'signed', reason: '', contentHash })
  })
}
