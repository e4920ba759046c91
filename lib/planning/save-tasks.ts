import type { Permit } from '@/lib/access/authorize'
import { checkPlan, type PlanProblem } from '@/lib/rules/check-plan'
import { lockLedger } from '@/lib/store/ledger'
import { readPlanTasks, writePlanTasks } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { assertStand } from './assert-stand'
import { readTask, type TaskText } from './read-task'
import { editableVersion } from './version-in-hand'

/**
 * Writes tasks of a version that is being prepared, each in place of the one with its number: all of them or none.
 * @param stand of the task as the person saw it, '' where there was none; unless it still stands so, nothing is written.
 * Without it tasks are replaced by number, as a file does.
 * @throws Refusal planUnknown, planNotEditable, dateWrong, yuanWrong, choiceWrong, planProblem, taskChanged, taskExists
 */
export async function saveTasks(
  permit: Permit<'plan.prepare'>,
  version: number,
  texts: readonly TaskText[],
  stand?: string,
): Promise<void> {
  const read = texts.map(readTask)
  const [first] = read.flatMap(({ objections }) => objections)
  if (first !== undefined) throw new Refusal(first.refusal.code, first.refusal.detail)
  const tasks = read.map(({ task }) => task)
  await begin(permit, async (work) => {
    await lockLedger(work)
    await editableVersion(work, version)
    const written = new Set(tasks.map(({ code }) => code))
    const standing = await readPlanTasks(work, version)
    if (stand !== undefined)
      for (const { code } of tasks) await assertStand(work, version, standing, { code, stand })
    const others = standing.filter(({ code }) => !written.has(code))
    const [problem] = checkPlan([...others, ...tasks], 'draft')
    if (problem !== undefined) throw new Refusal('planProblem', problemDetail(problem))
    await writePlanTasks(work, version, tasks)
  })
}

/** A problem of a plan as the detail of a refusal. */
export const problemDetail = ({ code, task, detail }: PlanProblem): Readonly<Record<string, string>> => ({
  problem: code,
  task,
  ...detail,
})
