import type { Permit } from '@/lib/access/authorize'
import { tasksThatHold } from '@/lib/planning/record-progress'
import { writeFundEntries } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { readEntry, type EntryText } from './read-entry'

/**
 * Adds receipts or spending to the city's ledger, all or none. Money is spent on tasks of the approved plan, in a permitted
 * form, and never more of a source than was received. Gives the number of the first.
 * @throws Refusal dateWrong, choiceWrong, yuanWrong, purposeMissing, tooLong, fundFormWrong, fundForbidden, planUnknown,
 * taskUnknown, fundShort
 */
export async function recordEntries(
  permit: Permit<'funds.record'>,
  kind: 'receipt' | 'spending',
  texts: readonly EntryText[],
): Promise<number> {
  return begin(permit, async (work) => {
    const read = texts.map((text) => readEntry(kind, text, dayOf(work.now)))
    const [first] = read.flatMap(({ objections }) => objections)
    if (first !== undefined) throw new Refusal(first.refusal.code, first.refusal.detail)
    const entries = read.map(({ entry }) => entry)
    if (kind === 'spending') {
      const tasks = await tasksThatHold(work)
      const stray = entries.find(({ task }) => !tasks.has(task ?? ''))
      if (stray !== undefined) throw new Refusal('taskUnknown', { task: stray.task ?? '' })
    }
    return writeFundEntries(work, entries)
  })
}
