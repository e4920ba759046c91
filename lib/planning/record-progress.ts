import type { Permit } from '@/lib/access/authorize'
import { requireReason } from '@/lib/reporting/move-report'
import { readPlanTasks, readPlanVersions } from '@/lib/store/plans'
import { writePlanProgress } from '@/lib/store/plan-progress'
import { begin, type Work } from '@/lib/store/work'
import { compareQuarters, isQuarter, quarterOfDate, Refusal, type Quarter } from '@/lib/values'
import { approvedOf } from './version-in-hand'

/** How far tasks have come in a quarter, as typed. */
export interface ProgressText {
  readonly code: string
  readonly quarter: string
  /** A whole per cent, or nothing. */
  readonly percent: string
  readonly note: string
}

/**
 * Records how far tasks of the approved plan have come; what was said before of the same quarter stays in the history.
 * @throws Refusal planUnknown, taskUnknown, quarterWrong, percentWrong, reasonMissing (neither per cent nor text), tooLong
 */
export async function recordProgress(
  permit: Permit<'plan.prepare'>,
  entries: readonly ProgressText[],
): Promise<void> {
  await begin(permit, async (work) => {
    const codes = await tasksThatHold(work)
    const read = entries.map(({ code, quarter, percent, note }) => {
      if (!codes.has(code)) throw new Refusal('taskUnknown', { task: code })
      const value = percentOf(percent)
      const said = requireReason(note, value === null)
      return { code, quarter: begunQuarter(work, quarter), percent: value, note: said }
    })
    await writePlanProgress(work, read)
  })
}

/** The numbers of the tasks in the plan that holds. @throws Refusal planUnknown before the first approval */
export async function tasksThatHold(work: Work): Promise<ReadonlySet<string>> {
  const holds = approvedOf(await readPlanVersions(work))
  if (holds === null) throw new Refusal('planUnknown')
  return new Set((await readPlanTasks(work, holds.version)).map(({ code }) => code))
}

/** A quarter that has begun. @throws Refusal quarterWrong */
export function begunQuarter({ now }: Work, text: string): Quarter {
  if (!isQuarter(text) || compareQuarters(text, quarterOfDate(now)) > 0)
    throw new Refusal('quarterWrong', { got: text.slice(0, 20), latest: quarterOfDate(now) })
  return text
}

function percentOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '')
  if (plain === '') return null
  if (!/^\d{1,3}$/.test(plain) || Number(plain) > 100)
    throw new Refusal('percentWrong', { got: text.slice(0, 20) })
  return Number(plain)
}
