import { AccessRefused, type Permit } from '@/lib/access/authorize'
import { spendingByQuarter } from '@/lib/rules/fund-balance'
import type { PlanLine } from '@/lib/rules/plan-tree'
import { readFundEntries } from '@/lib/store/funds'
import { readPlanFiles, readPlanProgress, type PlanFile, type PlanProgress } from '@/lib/store/plan-progress'
import { begin } from '@/lib/store/work'
import { quarterOfDate, type Quarter } from '@/lib/values'
import { standOf } from './assert-stand'
import { readPlan, type PlanPage } from './read-plan'

/** One task of a version of a plan, with everything that was said of its progress. */
export interface TaskPage extends Pick<PlanPage, 'city' | 'now' | 'shown' | 'holds'> {
  readonly line: PlanLine
  /** From the head down to the task above this one. */
  readonly above: readonly PlanLine[]
  /** How it stands, so that nobody writes over what he or she has not seen. */
  readonly stand: string
  /** Oldest first; the last of each quarter holds. */
  readonly history: readonly PlanProgress[]
  readonly files: readonly PlanFile[]
  /** What was spent on it, by quarter. */
  readonly spending: ReturnType<typeof spendingByQuarter>
  /** The quarter today lies in. */
  readonly quarter: Quarter
}

/** @throws AccessRefused notFound when the version shown has no such task */
export async function readTaskPage(
  permit: Permit<'plan.read'>,
  code: string,
  wanted?: number,
): Promise<TaskPage> {
  const { lines, city, now, shown, holds } = await readPlan(permit, wanted)
  const line = lines.find((each) => each.code === code)
  if (line?.task == null) throw new AccessRefused('notFound')
  return begin(permit, async (work) => ({
    city,
    now,
    shown,
    holds,
    line,
    stand: standOf(line.task),
    above: lines.filter((each) => code.startsWith(`${each.code}.`)),
    history: await readPlanProgress(work, code),
    files: await readPlanFiles(work, code),
    spending: spendingByQuarter((await readFundEntries(work)).filter(({ task }) => task === code)),
    quarter: quarterOfDate(now),
  }))
}
