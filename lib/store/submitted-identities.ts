import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** Which submitted identities are wanted; all of them by default. */
export interface IdentityFilter {
  readonly indicator?: IndicatorCode
  /** Only reports of earlier periods. */
  readonly before?: Period
  /** As known at this instant: versions submitted later are not looked at. */
  readonly asOf?: Date
}

/** Whom a submitted row is about, and what decides whether it counts. */
export interface SubmittedIdentity {
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly name: string
  readonly creditCode: string | null
  /** What decides whether it counts, and the certificate of one that is certified; only what the row says. */
  readonly details: Readonly<
    Partial<Record<'projectType' | 'certificateNumber' | 'validFrom' | 'validTo', string>>
  >
}

/** Which entity each row of the latest submitted versions is about, by period and indicator: enough to count. */
export async function readSubmittedIdentities(
  work: Work,
  { indicator, before, asOf }: IdentityFilter = {},
): Promise<SubmittedIdentity[]> {
  return databaseOf(work).$queryRaw<SubmittedIdentity[]>`
    WITH standing AS MATERIALIZED (
      SELECT city, period, standing_version(city, period, ${asOf ?? null}::timestamptz) AS version
      FROM report WHERE city = ${work.city})
    SELECT r.period, r.indicator, r.name, r.credit_code AS "creditCode",
      jsonb_strip_nulls(jsonb_build_object('projectType', r.details -> 'projectType',
        'certificateNumber', r.details -> 'certificateNumber',
        'validFrom', r.details -> 'validFrom', 'validTo', r.details -> 'validTo')) AS details
    FROM version_row r JOIN standing USING (city, period, version)
    WHERE r.city = ${work.city} AND r.withdrawn = ''
      AND (${indicator ?? null}::text IS NULL OR r.indicator = ${indicator ?? null})
      AND (${before ?? null}::text IS NULL OR r.period < ${before ?? null})
    ORDER BY r.period, r.name, r.row_id`
}
