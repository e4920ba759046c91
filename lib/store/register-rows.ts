import type { RowContent, RowDetails } from '@/lib/entry/row-content'
import type { IndicatorCode, Level } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { Prisma } from './generated/client'
import type { register_rowModel } from './generated/models/register_row'
import { dateString } from './values'
import { databaseOf, type Work } from './work'

/** A row of a register, which belongs to the report of the period that brought it. */
export interface RegisterRow extends RowContent {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly version: number
  readonly removed: boolean
  /** Why a row that was submitted is withdrawn; '' where it is not. */
  readonly withdrawn: string
  readonly changedByName: string
  readonly changedAt: Date
}

/**
 * The rows that the working copy of one report brings, removed ones included; with `ids` only those. As they are, or as the
 * last saves up to the moment of the permit left them.
 */
export async function readRows(work: Work, period: Period, ids?: readonly string[]): Promise<RegisterRow[]> {
  const name = Prisma.raw(ids === undefined ? 'rows' : 'rows_named')
  const named = ids === undefined ? Prisma.empty : Prisma.sql`AND id = ANY (${[...ids]}::uuid[])`
  const rows =
    work.permit.known === null
      ? await databaseOf(work).$queryRaw<register_rowModel[]>`/* prepared ${name} */
          SELECT * FROM register_row WHERE city = ${work.city} AND period = ${period} ${named}
          ORDER BY indicator, counted_on, name, id`
      : await readPastRows(work, period)
  return rows.map((row) => ({
    id: row.id,
    indicator: row.indicator as IndicatorCode,
    name: row.name,
    creditCode: row.credit_code,
    noCodeReason: row.no_code_reason,
    countedOn: dateString(row.counted_on),
    level: row.level as Level | null,
    details: row.details as RowDetails,
    evidence: row.evidence,
    note: row.note,
    removed: row.removed,
    withdrawn: row.withdrawn,
    version: row.version,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at,
  }))
}

/** What the last save of each row said, up to the moment of the permit. */
const readPastRows = (work: Work, period: Period) =>
  databaseOf(work).$queryRaw<register_rowModel[]>`
    SELECT c.city, c.row_id::text AS id, c.period, c.version, c.changed_by::text, c.changed_by_name, c.changed_at,
      t.indicator, t.name, t."creditCode" AS credit_code, t."noCodeReason" AS no_code_reason, t."countedOn" AS counted_on,
      t.level, coalesce(t.details, '{}') AS details, coalesce(t.evidence, '') AS evidence, coalesce(t.note, '') AS note,
      coalesce(t.removed, false) AS removed, coalesce(t.withdrawn, '') AS withdrawn
    FROM (SELECT DISTINCT ON (row_id) * FROM register_row_change
          WHERE city = ${work.city} AND period = ${period} ORDER BY row_id, version DESC) c,
      jsonb_to_record(c.content) AS t (indicator text, name text, "creditCode" text, "noCodeReason" text, "countedOn" date,
        level text, details jsonb, evidence text, note text, removed boolean, withdrawn text)
    ORDER BY t.indicator, t."countedOn", t.name, c.row_id`

/** A row of an accepted version of an earlier period: what already counts. */
export interface AcceptedRow extends RowContent {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly period: Period
}

/** Every row of the city's accepted versions that was not withdrawn. */
export async function readAcceptedRows(work: Work): Promise<AcceptedRow[]> {
  const rows = await databaseOf(work).$queryRaw<
    {
      row_id: string
      period: Period
      indicator: IndicatorCode
      name: string
      credit_code: string | null
      no_code_reason: string | null
      counted_on: Date
      level: Level | null
      details: RowDetails
      evidence: string
      note: string
    }[]
  >`SELECT r.row_id, r.period, r.indicator, r.name, r.credit_code, r.no_code_reason, r.counted_on, r.level, r.details, r.evidence, r.note
    FROM version_row r
    JOIN known_summary s ON s.city = r.city AND s.period = r.period AND s.accepted_version = r.version
    WHERE r.city = ${work.city} AND r.withdrawn = ''
    ORDER BY r.period, r.indicator, r.counted_on, r.name, r.row_id`
  return rows.map((row) => ({
    id: row.row_id,
    period: row.period,
    indicator: row.indicator,
    name: row.name,
    creditCode: row.credit_code,
    noCodeReason: row.no_code_reason,
    countedOn: dateString(row.counted_on),
    level: row.level,
    details: row.details,
    evidence: row.evidence,
    note: row.note,
  }))
}

/** The rows of a report that stand in a version which was submitted: they can be withdrawn, not deleted. */
export async function readSubmittedRowIds(work: Work, period: Period): Promise<ReadonlySet<string>> {
  const rows = await databaseOf(work).$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.row_id::text AS id FROM version_row r JOIN report_version USING (city, period, version)
    WHERE r.city = ${work.city} AND r.period = ${period}`
  return new Set(rows.map(({ id }) => id))
}

/** A row as one change left it. */
export interface StoredRowChange {
  readonly version: number
  readonly reportVersion: number
  readonly by: string
  readonly at: Date
  readonly content: RowContent & { readonly removed: boolean; readonly withdrawn: string }
}

/** What a change leaves out; those from before 2026-11-27 say it. */
const EMPTY: StoredRowChange['content'] = {
  name: '',
  creditCode: null,
  noCodeReason: null,
  countedOn: '',
  level: null,
  details: {},
  evidence: '',
  note: '',
  removed: false,
  withdrawn: '',
}

/** The changes of one row of the working copy, first to last; none of a row that there is not. */
export async function readRowChanges(work: Work, period: Period, id: string): Promise<StoredRowChange[]> {
  const changes = await databaseOf(work).register_row_change.findMany({
    where: { city: work.city, period, row_id: id },
    orderBy: { version: 'asc' },
  })
  return changes.map((change) => ({
    version: change.version,
    reportVersion: change.report_version,
    by: change.changed_by_name,
    at: change.changed_at,
    content: { ...EMPTY, ...(change.content as unknown as Partial<StoredRowChange['content']>) },
  }))
}
