import type { Quarter } from '@/lib/values'
import { recordAudit } from './audit'
import { insertRows } from './insert-rows'
import { lockLedger } from './ledger'
import { fileOf, type StoredFile } from './stored-files'
import { actorIn, databaseOf, type Work } from './work'

/** What was said of a task's progress in a quarter. */
export interface PlanProgress {
  readonly code: string
  readonly quarter: Quarter
  /** Counts from 1 within the quarter: the last one holds. */
  readonly seq: number
  readonly percent: number | null
  readonly note: string
  readonly notedByName: string
  readonly notedAt: Date
}

/** A file behind the progress of a task. */
export interface PlanFile {
  readonly code: string
  readonly quarter: Quarter
  readonly file: StoredFile
}

/** Everything said of the progress of the city's tasks, or of one, oldest first. */
export async function readPlanProgress(work: Work, code?: string): Promise<PlanProgress[]> {
  const rows = await databaseOf(work).plan_progress.findMany({
    where: { city: work.city, ...(code === undefined ? {} : { code }) },
    orderBy: [{ code: 'asc' }, { quarter: 'asc' }, { seq: 'asc' }],
  })
  return rows.map((row) => ({
    code: row.code,
    quarter: row.quarter as Quarter,
    seq: row.seq,
    percent: row.percent,
    note: row.note,
    notedByName: row.noted_by_name,
    notedAt: row.noted_at,
  }))
}

/** Adds what is said of the progress of tasks; what was said before of the same quarter stays. */
export async function writePlanProgress(
  work: Work<'plan.prepare'>,
  entries: readonly Pick<PlanProgress, 'code' | 'quarter' | 'percent' | 'note'>[],
): Promise<void> {
  const actor = actorIn(work)
  await lockLedger(work)
  const said = await databaseOf(work).plan_progress.groupBy({
    by: ['code', 'quarter'],
    where: { city: work.city },
    _max: { seq: true },
  })
  const last = new Map(said.map(({ code, quarter, _max }) => [`${code}/${quarter}`, _max.seq ?? 0]))
  await insertRows(
    work,
    'plan_progress',
    entries.map(({ code, quarter, percent, note }) => ({
      city: work.city,
      code,
      quarter,
      seq: 1 + (last.get(`${code}/${quarter}`) ?? 0),
      percent,
      note,
      noted_by: actor.id,
      noted_by_name: actor.name,
      noted_at: work.now,
    })),
  )
  await recordAudit(work, { progress: entries.slice(0, 50).map(({ code, quarter }) => `${code} ${quarter}`) })
}

/** The files behind the progress of one task. */
export async function readPlanFiles(work: Work, code: string): Promise<PlanFile[]> {
  const links = await databaseOf(work).plan_evidence.findMany({
    where: { city: work.city, code },
    orderBy: [{ quarter: 'asc' }, { added_at: 'asc' }],
  })
  if (links.length === 0) return []
  const rows = await databaseOf(work).stored_file.findMany({
    where: { city: work.city, id: { in: links.map(({ file }) => file) } },
  })
  const files = new Map(rows.map((row) => [row.id, fileOf(row)]))
  return links.flatMap(({ quarter, file: id }) => {
    const file = files.get(id)
    return file === undefined ? [] : [{ code, quarter: quarter as Quarter, file }]
  })
}

/** Whether a file stands behind the progress of a task: reviewers read it then. */
export async function isBehindPlan(work: Work, file: string): Promise<boolean> {
  return (await databaseOf(work).plan_evidence.count({ where: { city: work.city, file } })) > 0
}

/** Puts a file of the city behind the progress of a task; one that stands there already stays. */
export async function writePlanFile(
  work: Work<'plan.prepare'>,
  { code, quarter, file }: { code: string; quarter: Quarter; file: string },
): Promise<void> {
  const actor = actorIn(work)
  await databaseOf(work).plan_evidence.createMany({
    data: [
      {
        city: work.city,
        code,
        quarter,
        file,
        added_by: actor.id,
        added_by_name: actor.name,
        added_at: work.now,
      },
    ],
    skipDuplicates: true,
  })
  await recordAudit(work, { task: code, quarter, file })
}
