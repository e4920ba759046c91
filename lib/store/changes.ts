import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { databaseOf, type Work } from './work'

/** Something that became otherwise, with the deed that made it so. */
export type Change = {
  readonly at: Date
  /** Null: about all cities. */
  readonly city: { readonly code: string; readonly nameZh: string; readonly nameEn: string } | null
  /** What the person who did it said; '' where nothing was asked. */
  readonly reason: string
} & (
  | {
      /** A verdict reads otherwise than the one issued before it; null: none was. */
      readonly kind: 'verdict'
      readonly period: Period
      readonly indicator: IndicatorCode
      readonly before: string | null
      readonly after: string
      /** The restatement that brought it; 0: acceptance of the report. */
      readonly restatement: number
      readonly version: number
    }
  | {
      readonly kind: 'submitted' | 'returned' | 'accepted'
      readonly period: Period
      readonly version: number
    }
  | { readonly kind: 'decision'; readonly id: string; readonly decided: string }
)

interface ChangeRow {
  readonly at: Date
  readonly kind: Change['kind']
  readonly code: string | null
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly period: Period
  readonly indicator: IndicatorCode
  readonly before: string | null
  readonly after: string
  readonly restatement: number
  readonly version: number
  readonly ref: string
  readonly reason: string | null
}

/** What changed after a moment within the permit's reach, the latest first, at most `limit`: one statement. */
export async function readChanges(work: Work, since: Date, limit: number): Promise<Change[]> {
  const { scope, city } = work.permit.scope
  const rows = await databaseOf(work).$queryRaw<ChangeRow[]>`
    WITH issued AS (
      SELECT i.issued_at, i.city, i.as_of, i.indicator, i.verdict, i.restatement, i.report_version FROM issued_verdict i
      WHERE i.issued_at > ${since} AND i.against = 'floor' ORDER BY i.issued_at DESC, i.city LIMIT 5000
    ), verdicts AS (
      SELECT i.issued_at AS at, 'verdict' AS kind, i.city, i.as_of AS period, i.indicator, p.verdict AS before,
             i.verdict AS after, i.restatement, i.report_version AS version, NULL AS ref,
             (SELECT r.reason FROM restatement r WHERE r.city = i.city AND r.seq = i.restatement) AS reason
      FROM issued i LEFT JOIN LATERAL (
        SELECT p.verdict FROM issued_verdict p
        WHERE p.city = i.city AND p.indicator = i.indicator AND p.against = 'floor'
          AND (p.as_of < i.as_of OR (p.as_of = i.as_of AND p.restatement < i.restatement))
        ORDER BY p.as_of DESC, p.restatement DESC LIMIT 1) p ON true
      WHERE p.verdict IS DISTINCT FROM i.verdict
      ORDER BY i.issued_at DESC LIMIT ${limit}
    ), steps AS (
      SELECT e.at, e.kind, e.city, e.period, NULL AS indicator, NULL AS before, NULL AS after, 0 AS restatement,
             e.version, NULL AS ref, e.reason
      FROM report_event e WHERE e.at > ${since} AND e.kind IN ('submitted', 'returned', 'accepted')
      ORDER BY e.at DESC LIMIT ${limit}
    ), decided AS (
      SELECT s.at, 'decision' AS kind, d.city, NULL AS period, NULL AS indicator, NULL AS before, NULL AS after,
             0 AS restatement, 0 AS version, d.id::text || ' ' || d.kind AS ref, d.reason
      FROM decision_signature s JOIN decision d ON d.id = s.decision
      WHERE s.at > ${since} AND s.kind = 'approved' AND (${scope} <> 'city' OR d.city IS NULL OR d.city = ${city})
      ORDER BY s.at DESC LIMIT ${limit}
    ), changes AS (SELECT * FROM verdicts UNION ALL SELECT * FROM steps UNION ALL SELECT * FROM decided)
    SELECT x.at, x.kind, c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", x.period, x.indicator, x.before, x.after,
           x.restatement, x.version, x.ref, x.reason
    FROM changes x LEFT JOIN city c ON c.code = x.city
    ORDER BY x.at DESC, x.kind, x.city, x.indicator LIMIT ${limit}`
  return rows.map(toChange)
}

function toChange(row: ChangeRow): Change {
  const { at, code, nameZh, nameEn, kind, period, version } = row
  const city = code === null ? null : { code, nameZh: nameZh ?? code, nameEn: nameEn ?? code }
  const reason = row.reason ?? ''
  if (kind === 'verdict') {
    const { indicator, before, after, restatement } = row
    return { at, city, reason, kind, period, indicator, before, after, restatement, version }
  }
  if (kind === 'decision') {
    const [id = '', decided = ''] = row.ref.split(' ')
    return { at, city, reason, kind, id, decided }
  }
  return { at, city, reason, kind, period, version }
}

/** Up to when the person has seen what changed; null while never. */
export async function readVisit(work: Work): Promise<Date | null> {
  const [row] = await databaseOf(work).$queryRaw<{ at: Date | null }[]>`
    SELECT max(at) AS at FROM overview_visit WHERE account::text = current_setting('app.account', true)`
  return row?.at ?? null
}

/** Remembers that the person has seen everything up to `upTo`. */
export async function writeVisit(work: Work<'dashboard.visit'>, upTo: Date): Promise<void> {
  await databaseOf(work).$executeRaw`
    INSERT INTO overview_visit (account, at) VALUES (${work.permit.actor?.id ?? ''}::uuid, ${upTo}) ON CONFLICT DO NOTHING`
}
