import type { Period } from '@/lib/values'
import { insertRows } from './insert-rows'
import { databaseOf, type Work } from './work'

/** Which version of a cell came from where in the proposal's file. Where a row came from is kept with its change. */
export interface NewOrigin {
  /** indicator/part of a cell. */
  readonly subject: string
  readonly version: number
  readonly sheet: string
  readonly cell: string
}

/** Writes down where what is being saved stands in the file that brought it, in one statement. */
export async function writeOrigins(
  work: Work<'report.prepare'>,
  period: Period,
  proposal: string,
  origins: readonly NewOrigin[],
): Promise<void> {
  const rows = origins.map((origin) => ({ city: work.city, period, proposal, ...origin }))
  await insertRows(work, 'upload_origin', rows)
}

/** Where a version of a cell or row came from. */
export interface Origin extends NewOrigin {
  readonly proposal: string
  readonly file: string
  readonly fileName: string
  /** Of the file. */
  readonly sha256: string
}

/** The origins of every version of a report's cells that a file brought. */
export async function readOrigins(work: Work, period: Period): Promise<Origin[]> {
  return databaseOf(work).$queryRaw<Origin[]>`
    SELECT o.subject, o.version, o.sheet, o.cell, o.proposal, p.file, p.file_name AS "fileName", p.sha256
    FROM upload_origin o JOIN upload_proposal p ON p.city = o.city AND p.id = o.proposal
    WHERE o.city = ${work.city} AND o.period = ${period} AND o.subject LIKE '%/%'`
}

/** Who last changed a row before a moment, and from where it came. */
export interface RowSource {
  readonly row: string
  readonly by: string
  readonly at: Date
  /** Null where it was typed. */
  readonly origin: Origin | null
}

/** Every change of the rows of a report, the latest first, each with where it came from. */
export async function readRowSources(work: Work, period: Period): Promise<RowSource[]> {
  const changes = await databaseOf(work).$queryRaw<
    (Omit<RowSource, 'origin'> & { [K in keyof Origin]: Origin[K] | null })[]
  >`
    SELECT c.row_id::text AS row, c.changed_by_name AS by, c.changed_at AS at, c.row_id::text AS subject, c.version,
           coalesce(c.sheet, o.sheet) AS sheet, coalesce(c.cell, o.cell) AS cell, p.id::text AS proposal, p.file,
           p.file_name AS "fileName", p.sha256
    FROM register_row_change c
    LEFT JOIN upload_origin o ON o.city = c.city AND o.subject = c.row_id::text AND o.version = c.version
    LEFT JOIN upload_proposal p ON p.city = c.city AND p.id = coalesce(c.proposal, o.proposal)
    WHERE c.city = ${work.city} AND c.period = ${period}
    ORDER BY c.row_id, c.version DESC`
  return changes.map(({ row, by, at, ...origin }) => ({
    row,
    by,
    at,
    origin: isWhole(origin) ? origin : null,
  }))
}

const isWhole = (origin: { [K in keyof Origin]: Origin[K] | null }): origin is Origin =>
  Object.values(origin).every((each) => each !== null)

/** The origins of every version of one row that a file brought; those from before 2026-11-27 stand among the cells'. */
export async function readRowOrigins(work: Work, period: Period, row: string): Promise<Origin[]> {
  return databaseOf(work).$queryRaw<Origin[]>`
    SELECT o.subject, o.version, o.sheet, o.cell, o.proposal, p.file, p.file_name AS "fileName", p.sha256
    FROM (SELECT city, row_id::text AS subject, version, sheet, cell, proposal FROM register_row_change
          WHERE city = ${work.city} AND period = ${period} AND row_id = ${row}::uuid
          UNION ALL
          SELECT city, subject, version, sheet, cell, proposal FROM upload_origin
          WHERE city = ${work.city} AND period = ${period} AND subject = ${row}) o
    JOIN upload_proposal p ON p.city = o.city AND p.id = o.proposal`
}
