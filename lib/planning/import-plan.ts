import { actorOf, type Permit } from '@/lib/access/authorize'
import type { ReadTable } from '@/lib/documents/read-table'
import { readTables } from '@/lib/documents/read-tables'
import { plan } from '@/lib/i18n/words/plan'
import { LARGEST_IMPORT } from '@/lib/imports/limits'
import { oneAtATime } from '@/lib/imports/one-at-a-time'
import type { Problem } from '@/lib/imports/reading'
import { checkPlan, type PlanField } from '@/lib/rules/check-plan'
import type { PlanTask } from '@/lib/rules/plan-task'
import { planDifferences } from '@/lib/rules/plan-differences'
import { lockLedger } from '@/lib/store/ledger'
import { lastChange, readPlanTasks, writePlanTasks } from '@/lib/store/plans'
import { begin, type Work } from '@/lib/store/work'
import { Refusal } from '@/lib/values'
import { markOf } from './assert-stand'
import { readNamedTable, type NamedLine } from './named-table'
import { planHash } from './plan-hash'
import { problemDetail } from './save-tasks'
import { readTask, TASK_FIELDS, type TaskField } from './read-task'
import { editableVersion } from './version-in-hand'

/** What came of a file: taken over wholly, or everything that is wrong with it and nothing taken. */
export interface PlanImport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Tasks of the plan that the file lacks: they stay. */
  readonly kept: number
  readonly problems: readonly Problem[]
}

/**
 * Takes the tasks of a workbook or a CSV file over into a version that is being prepared, all of them or none. A line takes the
 * place of the task with its number; tasks that the file lacks stay. A file that was downloaded here says of each task how it
 * stood then, and nothing is written over what somebody changed since; of any other file the page says how all of them stood.
 * @param shown digest of the plan as the page showed it
 * @throws Refusal planChanged, importTooLarge, importBusy, nothingToRead, planUnknown, planNotEditable, and those of reading the file
 */
export function importPlan(
  permit: Permit<'plan.prepare'>,
  version: number,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  shown: string,
): Promise<PlanImport> {
  if (bytes.length > LARGEST_IMPORT)
    throw new Refusal('importTooLarge', { got: String(bytes.length), limit: String(LARGEST_IMPORT) })
  return oneAtATime(actorOf(permit).id, async () => {
    // What may not be changed anyway is not read.
    await begin(permit, (work) => editableVersion(work, version))
    const read = await readTables(bytes, name)
    if (!read.ok) throw new Refusal(read.error.code, read.error.detail)
    const { lines, problems, isMarked } = readLines(read.value.tables)
    return begin(permit, async (work) => {
      await lockLedger(work)
      await editableVersion(work, version)
      const standing = await readPlanTasks(work, version)
      if (!isMarked && planHash(standing) !== shown)
        throw new Refusal('planChanged', changeOf(await lastChange(work, version)))
      const overtaken = isMarked ? await overtakenLines(work, version, standing, lines) : []
      const found = new Set(lines.map(({ task }) => task.code))
      const kept = standing.filter(({ code }) => !found.has(code))
      const tasks = lines.map(({ task }) => task)
      const all = [...problems, ...overtaken, ...problemsOf(lines, kept)]
      const differences = planDifferences(standing, [...kept, ...tasks])
      const added = differences.filter(({ kind }) => kind === 'added').length
      const changed = differences.length - added
      const counts = { added, changed, unchanged: tasks.length - added - changed, kept: kept.length }
      if (all.length > 0) return { ...counts, problems: all }
      const moved = new Set(differences.map(({ code }) => code))
      await writePlanTasks(
        work,
        version,
        tasks.filter(({ code }) => moved.has(code)),
      )
      return { ...counts, problems: [] }
    })
  })
}

interface TaskLine {
  readonly task: PlanTask
  readonly line: NamedLine<FileField>
}

type FileField = TaskField | 'mark'

const NAMES = Object.fromEntries(
  [...TASK_FIELDS, 'mark' as const].map((field) => [
    field,
    Object.values(plan).flatMap(({ column, yuan }) => [column[field], column[field] + yuan]),
  ]),
) as unknown as Readonly<Record<FileField, readonly string[]>>

/** @throws Refusal nothingToRead where no table has a head for number and name */
function readLines(tables: readonly ReadTable[]): {
  lines: TaskLine[]
  problems: Problem[]
  /** Whether it says how its tasks stood when it was downloaded. */
  isMarked: boolean
} {
  for (const table of tables) {
    const read = readNamedTable(table, NAMES, ['code', 'title'])
    if (read === null) continue
    const lines: TaskLine[] = []
    const problems = [...read.problems]
    for (const line of read.lines) {
      const { task, objections } = readTask(line.text)
      lines.push({ task, line })
      for (const { field, refusal } of objections)
        problems.push({ ...line.place(field), got: line.text[field], wrong: { kind: 'rule', refusal } })
    }
    return { lines, problems, isMarked: read.lines.some(({ text }) => text.mark !== '') }
  }
  throw new Refusal('nothingToRead')
}

const changeOf = (last: { readonly byName: string; readonly at: Date } | null) => ({
  who: last?.byName ?? '',
  at: last?.at.toISOString() ?? '',
})

/** Lines that would write over what somebody changed, or added, after the file was downloaded; those that say the same do not. */
async function overtakenLines(
  work: Work,
  version: number,
  standing: readonly PlanTask[],
  lines: readonly TaskLine[],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { task, line } of lines) {
    const own = standing.find(({ code }) => code === task.code)
    const { mark } = line.text
    if (markOf(own) === mark || own === undefined || markOf(own) === markOf(task)) continue
    const code = mark === '' ? 'taskExists' : 'taskChanged'
    const detail = { task: task.code, ...changeOf(await lastChange(work, version, task.code)) }
    problems.push({
      ...line.place('code'),
      got: line.text.code,
      wrong: { kind: 'rule', refusal: { code, detail } },
    })
  }
  return problems
}

/** What is wrong with the plan that the lines would make, each at the cell of the line it comes from. */
function problemsOf(lines: readonly TaskLine[], kept: readonly PlanTask[]): Problem[] {
  const byCode = new Map<string, TaskLine[]>()
  for (const each of lines) byCode.set(each.task.code, [...(byCode.get(each.task.code) ?? []), each])
  return checkPlan([...kept, ...lines.map(({ task }) => task)], 'draft').map((problem): Problem => {
    const own = byCode.get(problem.task) ?? lines
    // The second of two lines with the same number is the one too many.
    const at = problem.code === 'numberTwice' ? own.at(-1) : own[0]
    const field = columnOf(problem.field, at?.task)
    const refusal = { code: 'planProblem', detail: problemDetail(problem) } as const
    return {
      ...(at?.line.place(field) ?? { sheet: '', cell: '' }),
      got: at?.line.text[field] ?? '',
      wrong: { kind: 'rule', refusal },
    }
  })
}

const columnOf = (field: PlanField, task: PlanTask | undefined): TaskField =>
  field !== 'budget'
    ? field
    : ((['central', 'local', 'social'] as const).find((each) => (task?.budget[each] ?? null) !== null) ??
      'central')
