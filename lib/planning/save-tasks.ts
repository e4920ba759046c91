import type { Permit } from '@/lib/access/authorize'
import { checkPlan, type PlanProblem } from '@/lib/rules/check-plan'
import { readPlanTasks, writePlanTasks } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { readTask, type TaskText } from './read-task'
import { editableVersion } from './version-in-hand'

/**
 * Writes tasks of a version that is being prepared, each in place of the one with its number: all of them or none.
 * @throws Refusal planUnknown, planNotEditable, dateWrong, yuanWrong, choiceWrong, planProblem
 */
export async function saveTasks(
  permit: Permit<'plan.prepare'>,
  version: number,
  texts: readonly TaskText[],
): Promise<void> {
  const read = texts.map(readTask)
  const [first] = read.flatMap(({ objections }) => objections)
  if (first !== undefined) throw new Refusal(first.refusal.code, first.refusal.detail)
  const tasks = read.map(({ task }) => task)
  await begin(permit, async (work) => {
    await editableVersion(work, version)
    const written = new Set(tasks.map(({ code }) => code))
    const others = (await readPlanTasks(work, version)).filter(({ code }) => !written.has(code))
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
