import type { Permit } from '@/lib/access/authorize'
import { writePlanFile } from '@/lib/store/plan-progress'
import { readFileRow } from '@/lib/store/stored-files'
import { begin } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { begunQuarter, tasksThatHold } from './record-progress'

/**
 * Puts a file of the city behind the progress of a task in a quarter; reviewers can read it from then on.
 * @throws Refusal planUnknown, taskUnknown, quarterWrong, fileUnknown
 */
export async function attachPlanFile(
  permit: Permit<'plan.prepare'>,
  { code, quarter, file }: { readonly code: string; readonly quarter: string; readonly file: string },
): Promise<void> {
  await begin(permit, async (work) => {
    if (!(await tasksThatHold(work)).has(code)) throw new Refusal('taskUnknown', { task: code })
    const found = /^[0-9a-f-]{36}$/.test(file) ? await readFileRow(work, file) : null
    if (found === null || found.purpose === 'visit') throw new Refusal('fileUnknown')
    await writePlanFile(work, { code, quarter: begunQuarter(work, quarter), file })
  })
}
