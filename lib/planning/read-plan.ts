import { AccessRefused, actorOf, mayEver, type Permit } from '@/lib/access/authorize'
import { checkPlan, type PlanProblem } from '@/lib/rules/check-plan'
import { planDifferences, type PlanDifference } from '@/lib/rules/plan-differences'
import { planSchedule, type PlanSchedule } from '@/lib/rules/plan-schedule'
import type { BySource } from '@/lib/rules/plan-task'
import { addSaid, bySource, planTree, type PlanLine } from '@/lib/rules/plan-tree'
import { readCity, type City } from '@/lib/store/cities'
import { readPlanProgress, type PlanProgress } from '@/lib/store/plan-progress'
import { readPlanTasks, readPlanVersions, type PlanVersion } from '@/lib/store/plans'
import { begin } from '@/lib/store/work'
import { dayOf, type Quarter } from '@/lib/values'
import { markOf } from './assert-stand'
import { planHash } from './plan-hash'
import { approvedOf } from './version-in-hand'

/** A city's plan in one of its versions. */
export interface PlanPage {
  readonly city: City
  readonly now: Date
  readonly today: string
  /** Those this person may see, the first one first. */
  readonly versions: readonly PlanVersion[]
  /** The one shown; null while the city has none to show. */
  readonly shown: PlanVersion | null
  /** The one that holds. */
  readonly holds: PlanVersion | null
  readonly lines: readonly PlanLine[]
  readonly taskCount: number
  /** Of all tasks together. */
  readonly total: BySource
  /** When what is done, for the bars; null while no task has days. */
  readonly schedule: PlanSchedule | null
  readonly contentHash: string
  /** How each task stands, by its number: what a file brings back. */
  readonly marks: ReadonlyMap<string, string>
  /** What is still wrong with a version that is being prepared, for its city. */
  readonly problems: readonly PlanProblem[]
  /** The earlier version with which it is compared; null for the first. */
  readonly against: number | null
  readonly differences: readonly PlanDifference[]
  /** What was said last of each task, in its latest quarter. */
  readonly progress: ReadonlyMap<string, PlanProgress>
}

/**
 * Reads a version of a city's plan: the one asked for, or the latest this person may see, compared with an earlier one: the
 * one asked for, or the one before. What is being prepared or was returned is the city's alone. @throws AccessRefused notFound
 */
export function readPlan(permit: Permit<'plan.read'>, wanted?: number, compared?: number): Promise<PlanPage> {
  return begin(permit, async (work) => {
    const city = await readCity(work)
    if (city === null) throw new AccessRefused('notFound')
    const isOwn = mayEver(actorOf(permit), 'draft.read')
    const versions = (await readPlanVersions(work)).filter(
      ({ status }) => isOwn || status === 'signed' || status === 'approved',
    )
    const shown =
      wanted === undefined
        ? (versions.at(-1) ?? null)
        : (versions.find(({ version }) => version === wanted) ?? null)
    if (wanted !== undefined && shown === null) throw new AccessRefused('notFound')
    const holds = approvedOf(versions)
    const tasks = shown === null ? [] : await readPlanTasks(work, shown.version)
    const earlier = versions.filter(({ version }) => version < (shown?.version ?? 0))
    const against =
      compared === undefined
        ? (earlier.at(-1)?.version ?? null)
        : (earlier.find(({ version }) => version === compared)?.version ?? null)
    if (compared !== undefined && against === null) throw new AccessRefused('notFound')
    const before = against === null ? null : await readPlanTasks(work, against)
    const lines = shown === null ? [] : planTree(tasks)
    const isEditable = shown?.status === 'draft' || shown?.status === 'returned'
    return {
      city,
      now: work.now,
      today: dayOf(work.now),
      versions,
      shown,
      holds,
      lines,
      taskCount: tasks.length,
      total: bySource((source) =>
        addSaid(lines.filter(({ depth }) => depth === 0).map(({ budget }) => budget[source])),
      ),
      schedule: planSchedule(lines, dayOf(work.now)),
      contentHash: planHash(tasks),
      marks: new Map(tasks.map((task) => [task.code, markOf(task)])),
      problems: isEditable ? checkPlan(tasks, 'whole') : [],
      against,
      differences: before === null ? [] : planDifferences(before, tasks),
      progress: latestOf(await readPlanProgress(work)),
    }
  })
}

/** The last word on each task: of its latest quarter, the last entry. */
function latestOf(all: readonly PlanProgress[]): ReadonlyMap<string, PlanProgress> {
  const latest = new Map<string, PlanProgress>()
  for (const each of all) {
    const before: Quarter | undefined = latest.get(each.code)?.quarter
    if (before === undefined || each.quarter >= before) latest.set(each.code, each)
  }
  return latest
}
