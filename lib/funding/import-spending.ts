import { actorOf, type Permit } from '@/lib/access/authorize'
import type { ReadTable } from '@/lib/documents/read-table'
import { readTables } from '@/lib/documents/read-tables'
import { funds } from '@/lib/i18n/words/funds'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { oneAtATime } from '@/lib/imports/one-at-a-time'
import type { Problem } from '@/lib/imports/reading'
import { readNamedTable } from '@/lib/planning/named-table'
import { tasksThatHold } from '@/lib/planning/record-progress'
import { readFundEntries, writeFundEntries, type NewEntry } from '@/lib/store/funds'
import { begin } from '@/lib/store/work'
import { dayOf, Refusal } from '@/lib/values'
import { ENTRY_FIELDS, readEntry, type EntryField } from './read-entry'

/** What came of a file: all of its spending entered, or everything that is wrong with it and nothing entered. */
export interface SpendingImport {
  readonly added: number
  readonly changed: number
  /** Lines that say what an entry of the ledger says already: left out, so that a file read twice counts once. */
  readonly unchanged: number
  readonly kept: number
  readonly problems: readonly Problem[]
}

const NAMES = Object.fromEntries(
  ENTRY_FIELDS.map((field) => [
    field,
    Object.values(funds).flatMap(({ column, yuan }) => [column[field], column[field] + yuan]),
  ]),
) as unknown as Readonly<Record<EntryField, readonly string[]>>

/**
 * Enters the spending of a workbook or a CSV file into the ledger, all of it or nothing.
 * @throws Refusal importTooLarge, importBusy, nothingToRead, planUnknown, fundShort, and those of reading the file
 */
export function importSpending(
  permit: Permit<'funds.record'>,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<SpendingImport> {
  if (bytes.length > LARGEST_IMPORT)
    throw new Refusal('importTooLarge', { got: String(bytes.length), limit: String(LARGEST_IMPORT) })
  return oneAtATime(actorOf(permit).id, async () => {
    const read = await readTables(bytes, name)
    if (!read.ok) throw new Refusal(read.error.code, read.error.detail)
    return begin(permit, async (work) => {
      const tasks = await tasksThatHold(work)
      const { entries, problems } = readLines(read.value.tables, tasks, dayOf(work.now))
      const standing = await readFundEntries(work)
      // An entry that was taken back is known as well: its line in an old file does not bring it back.
      const known = new Set(standing.filter(({ reverses }) => reverses === null).map(saying))
      const fresh = entries.filter((entry) => !known.has(saying(entry)))
      const unchanged = entries.length - fresh.length
      if (problems.length === 0 && fresh.length > 0) await writeFundEntries(work, fresh)
      return { added: fresh.length, changed: 0, unchanged, kept: 0, problems }
    })
  })
}

function readLines(
  tables: readonly ReadTable[],
  tasks: ReadonlySet<string>,
  today: string,
): { entries: NewEntry[]; problems: Problem[] } {
  for (const table of tables) {
    const read = readNamedTable(table, NAMES, ['task', 'yuan', 'purpose'])
    if (read === null) continue
    const problems = [...read.problems]
    const entries: NewEntry[] = []
    for (const line of read.lines) {
      // Our own export also has receipts and reversals, which have no task or an amount below zero.
      if (line.text.task === '' || /^[-−]/.test(line.text.yuan)) continue
      const { entry, objections } = readEntry('spending', line.text, today)
      for (const { field, refusal } of objections)
        problems.push({ ...line.place(field), got: line.text[field], wrong: { kind: 'rule', refusal } })
      if (!tasks.has(entry.task ?? '')) {
        const refusal = { code: 'taskUnknown', detail: { task: entry.task ?? '' } } as const
        problems.push({ ...line.place('task'), got: line.text.task, wrong: { kind: 'rule', refusal } })
      }
      entries.push(entry)
    }
    return { entries, problems }
  }
  throw new Refusal('nothingToRead')
}

const saying = ({ kind, source, yuan, onDay, task, form, purpose, payee, document }: NewEntry): string =>
  JSON.stringify([kind, source, yuan.toString(), onDay, task, form, purpose, payee, document])
