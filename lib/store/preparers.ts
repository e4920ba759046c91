import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** Somebody who changed a cell or a row of a version, explained a finding or attached evidence, while it was being prepared. */
export interface Preparer {
  readonly id: string
  readonly name: string
}

/** Who prepared a version of a report: nobody of them may certify it. */
export async function readPreparers(work: Work, period: Period, version: number): Promise<Preparer[]> {
  return databaseOf(work).$queryRaw`
    SELECT changed_by::text AS id, min(changed_by_name) AS name
    FROM (
      SELECT changed_by, changed_by_name FROM report_cell_change
      WHERE city = ${work.city} AND period = ${period} AND report_version = ${version}
      UNION ALL
      SELECT changed_by, changed_by_name FROM register_row_change
      WHERE city = ${work.city} AND period = ${period} AND report_version = ${version}
      UNION ALL
      SELECT changed_by, changed_by_name FROM evidence_link_change
      WHERE city = ${work.city} AND period = ${period} AND report_version = ${version}
      UNION ALL
      SELECT explained_by, explained_by_name FROM finding_explanation
      WHERE city = ${work.city} AND period = ${period} AND report_version = ${version}) AS changes
    GROUP BY changed_by
    ORDER BY min(changed_by_name), changed_by`
}
