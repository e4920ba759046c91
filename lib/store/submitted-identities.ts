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
  readonly details?: { readonly projectType: string }
  /** Of a certified entity, as written: '' where the row does not say it. */
  readonly certificate?: { readonly number: string; readonly validFrom: string }
}

/** Which entity each row of the latest submitted versions is about, by period and indicator: enough to count. */
export async function readSubmittedIdentities(
  work: Work,
  { indicator, before, asOf }: IdentityFilter = {},
): Promise<SubmittedIdentity[]> {
  const rows = await databaseOf(work).$queryRaw<
    (SubmittedIdentity & {
      readonly projectType: string | null
      readonly certificateNumber: string | null
      readonly validFrom: string | null
    })[]
  >`
    WITH standing AS MATERIALIZED (
      SELECT city, period, standing_version(city, period, ${asOf ?? null}::timestamptz) AS version
      FROM report WHERE city = ${work.city})
    SELECT r.period, r.indicator, r.name, r.credit_code AS "creditCode", r.details ->> 'projectType' AS "projectType",
      r.details ->> 'certificateNumber' AS "certificateNumber", r.details ->> 'validFrom' AS "validFrom"
    FROM version_row r JOIN standing USING (city, period, version)
    WHERE r.city = ${work.city} AND r.withdrawn = ''
      AND (${indicator ?? null}::text IS NULL OR r.indicator = ${indicator ?? null})
      AND (${before ?? null}::text IS NULL OR r.period < ${before ?? null})
    ORDER BY r.period, r.name, r.row_id`
  return rows.map(({ projectType, certificateNumber, validFrom, ...row }) => ({
    ...row,
    ...(projectType !== null && { details: { projectType } }),
    ...(certificateNumber !== null && {
      certificate: { number: certificateNumber, validFrom: validFrom ?? '' },
    }),
  }))
}
