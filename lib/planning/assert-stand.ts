import type { PlanTask } from '@/lib/rules/plan-task'
import { lastChange } from '@/lib/store/plans'
import type { Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { planHash } from './plan-hash'

/** How a task stands, as a digest; '' where there is none. */
export const standOf = (task: PlanTask | null | undefined): string => (task == null ? '' : planHash([task]))

/** The same short enough for a column of a file. */
export const markOf = (task: PlanTask | null | undefined): string => standOf(task).slice(0, 12)

/**
 * Refuses to write over what somebody else has written since a task was shown. To be asked under the city's lock.
 * @param seen number of the task, and how it stood when it was shown
 * @throws Refusal taskChanged, taskExists
 */
export async function assertStand(
  work: Work<'plan.prepare'>,
  version: number,
  standing: readonly PlanTask[],
  { code, stand }: { readonly code: string; readonly stand: string },
): Promise<void> {
  if (standOf(standing.find((each) => each.code === code)) === stand) return
  const last = await lastChange(work, version, code)
  throw new Refusal(stand === '' ? 'taskExists' : 'taskChanged', {
    task: code,
    who: last?.byName ?? '',
    at: last?.at.toISOString() ?? '',
  })
}
