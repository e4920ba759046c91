import type { Permit } from '@/lib/access/authorize'
import { readFundEntries } from '@/lib/store/funds'
import { readPlanProgress } from '@/lib/store/plan-progress'
import { readPlanTasks, writePlanTasks } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { editableVersion } from './version-in-hand'

/**
 * Takes a task out of a version that is being prepared, with everything under it.
 * @throws Refusal planUnknown, planNotEditable, taskUnknown, taskInUse when progress or spending was recorded on one
 * of them
 */
export async function removeTask(
  permit: Permit<'plan.prepare'>,
  version: number,
  code: string,
): Promise<void> {
  await begin(permit, async (work) => {
    await editableVersion(work, version)
    const gone = (await readPlanTasks(work, version)).filter(
      (task) => task.code === code || task.code.startsWith(`${code}.`),
    )
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
