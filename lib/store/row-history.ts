import type { RowDetails } from '@/lib/entry/row-content'
import type { RegisterCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** A row as one submitted version has it, with what became of that version. */
export interface VersionedRow {
  readonly id: string
  readonly period: Period
  readonly version: number
  readonly name: string
  readonly creditCode: string | null
  readonly details: RowDetails
  readonly withdrawn: string
  readonly acceptedAt: string | null
  readonly isLatest: boolean
}

/** Every row of one register in every version that was submitted, earliest period and version first. */
export async function readRowHistory(work: Work, indicator: RegisterCode): Promise<VersionedRow[]> {
  const rows = await databaseOf(work).$queryRaw<
    (Omit<VersionedRow, 'acceptedAt'> & { readonly acceptedAt: Date | null })[]
  >`
    WITH standing AS MATERIALIZED (
      SELECT period, standing_version(city, period, NULL::timestamptz) AS version FROM report WHERE city = ${work.city})
    SELECT r.row_id::text AS id, r.period, r.version, r.name, r.credit_code AS "creditCode", r.details, r.withdrawn,
           CASE WHEN s.accepted_version = r.version THEN s.accepted_at END AS "acceptedAt",
           r.version = standing.version AS "isLatest"
    FROM version_row r
    JOIN known_summary s ON s.city = r.city AND s.period = r.period
    JOIN report_version v ON v.city = r.city AND v.period = r.period AND v.version = r.version
    LEFT JOIN standing ON standing.period = r.period
    WHERE r.city = ${work.city} AND r.indicator = ${indicator}
    ORDER BY r.period, r.version, r.row_id`
  return rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt?.toISOString() ?? null }))
}
