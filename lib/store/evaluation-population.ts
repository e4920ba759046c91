import type { IndicatorCode } from '@/lib/notice'
import type { Period, Quarter } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** A row of a register or a file of evidence that can be looked at. */
export interface SampleItem {
  /** `row/2022Q1/<id>` or `file/<SHA-256>`: the same whenever and by whomever it is read. */
  readonly key: string
  readonly kind: 'row' | 'file'
  readonly indicator: IndicatorCode
  readonly period: Period
  /** Name of the row or file; codes and ids lead to them. */
  readonly name: string
  readonly creditCode: string | null
  /** Of a file, to open it. */
  readonly file: string | null
}

/** The rows and files of the city's accepted versions up to a quarter, by key; a file that stands twice is one. */
export async function readPopulation(work: Work, asOf: Quarter): Promise<SampleItem[]> {
  return databaseOf(work).$queryRaw<SampleItem[]>`
    WITH accepted AS (
      SELECT city, period, accepted_version AS version FROM quarter_summary
      WHERE city = ${work.city} AND accepted_version IS NOT NULL AND period <= ${asOf})
    SELECT DISTINCT ON (key) * FROM (
      SELECT 'row/' || r.period || '/' || r.row_id AS key, 'row' AS kind, r.indicator, r.period, r.name,
             r.credit_code AS "creditCode", NULL AS file
      FROM version_row r JOIN accepted USING (city, period, version) WHERE r.withdrawn = ''
      UNION ALL
      SELECT 'file/' || f.sha256, 'file', v.indicator, v.period, f.name, NULL, f.id::text
      FROM version_evidence v JOIN accepted USING (city, period, version)
      JOIN stored_file f ON f.city = v.city AND f.id = v.file) items
    ORDER BY key, period, indicator`
}
