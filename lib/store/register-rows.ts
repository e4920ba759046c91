import type { RowContent, RowDetails } from '@/lib/entry/row-content'
import type { IndicatorCode, Level } from '@/lib/notice'
import { Refusal, type Period } from '@/lib/values'
import { insertRows } from './insert-rows'
import { dateOf, dateString } from './values'
import { actorIn, databaseOf, sqlState, type Work } from './work'

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

export interface RowWrite extends RowContent {
  readonly id: string
  readonly indicator: IndicatorCode
  readonly version: number
  readonly removed: boolean
  readonly withdrawn: string
}

/** The rows that the working copy of one report brings, removed ones included. */
export async function readRows(work: Work, period: Period): Promise<RegisterRow[]> {
  const rows = await databaseOf(work).register_row.findMany({
    where: { city: work.city, period },
    orderBy: [{ indicator: 'asc' }, { counted_on: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
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

/**
 * Writes rows and their history. The caller holds the report's lock and has compared the versions.
 * @throws Refusal rowUnknown when a new row has the id of a row of another report
 */
export async function writeRows(
  work: Work<'report.prepare'>,
  period: Period,
  reportVersion: number,
  writes: readonly RowWrite[],
): Promise<void> {
  if (writes.length === 0) return
  const database = databaseOf(work)
  const actor = actorIn(work)
  const changed = { changed_by: actor.id, changed_by_name: actor.name, changed_at: work.now }
  const columns = writes.map((row) => ({
    city: work.city,
    id: row.id,
    period,
    indicator: row.indicator,
    name: row.name,
    credit_code: row.creditCode,
    no_code_reason: row.noCodeReason,
    counted_on: dateOf(row.countedOn),
    level: row.level,
    details: { ...row.details },
    evidence: row.evidence,
    note: row.note,
    removed: row.removed,
    withdrawn: row.withdrawn,
    version: row.version,
    ...changed,
  }))
  try {
    await insertRows(
      work,
      'register_row',
      columns.filter((row) => row.version === 1),
    )
  } catch (error) {
    // Whoever adds a row may choose its id; one that the city has in another report is not this report's row.
    if (sqlState(error) === '23505') throw new Refusal('rowUnknown')
    throw error
  }
  for (const { city, id, ...data } of columns.filter((row) => row.version > 1)) {
    await database.register_row.update({ where: { city_id: { city, id } }, data })
  }
  const changes = writes.map(({ id, version, ...content }) => ({
    city: work.city,
    row_id: id,
    version,
    period,
    report_version: reportVersion,
    content,
    ...changed,
  }))
  await insertRows(work, 'register_row_change', changes)
}

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
    JOIN quarter_summary s ON s.city = r.city AND s.period = r.period AND s.accepted_version = r.version
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
    SELECT DISTINCT row_id::text AS id FROM version_row WHERE city = ${work.city} AND period = ${period}`
  return new Set(rows.map(({ id }) => id))
}
