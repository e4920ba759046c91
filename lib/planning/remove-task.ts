import type { Permit } from '@/lib/access/authorize'
import { readFundEntries } from '@/lib/store/funds'
import { lockLedger } from '@/lib/store/ledger'
import { readPlanProgress } from '@/lib/store/plan-progress'
import { readPlanTasks, writePlanTasks } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { assertStand } from './assert-stand'
import { editableVersion } from './version-in-hand'

/**
 * Takes a task out of a version that is being prepared, with everything under it.
 * @throws Refusal planUnknown, planNotEditable, taskUnknown, taskInUse when progress or spending was recorded on one
 * of them, taskChanged when somebody wrote it since it was shown (`stand`)
 */
export async function removeTask(
  permit: Permit<'plan.prepare'>,
  version: number,
  code: string,
  stand?: string,
): Promise<void> {
  await begin(permit, async (work) => {
    await lockLedger(work)
    await editableVersion(work, version)
    const standing = await readPlanTasks(work, version)
    if (stand !== undefined && standing.some((task) => task.code === code))
      await assertStand(work, version, standing, { code, stand })
    const gone = standing.filter((task) => task.code === code || task.code.startsWith(`${code}.`))
    if (gone.length === 0) throw new Refusal('taskUnknown', { task: code })
    const used = new Set<string | null>([
      ...(await readPlanProgress(work)).map((each) => each.code),
      ...(await readFundEntries(work)).map((each) => each.task),
    ])
    const inUse = gone.find((task) => used.has(task.code))
    if (inUse !== undefined) throw new Refusal('taskInUse', { task: inUse.code })
    await writePlanTasks(work, version, gone, true)
  })
}
