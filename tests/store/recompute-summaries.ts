import type pg from 'pg'
import { expect } from 'vitest'
import { indicators } from '@/lib/notice'
import type { Summary } from '@/lib/store/summary'
import { lastDayOf, type Quarter } from '@/lib/values'

/** What is submitted and not accepted has tests of its own. */
type Recomputed = Omit<Summary, 'pending'>

/** Summaries as far as they are worked out here. */
export const withoutPending = (all: readonly Summary[]): Recomputed[] =>
  all.map((summary) => {
    const { pending, ...rest } = summary
    expect(Array.isArray(pending)).toBe(true)
    return rest
  })

interface Row {
  readonly period: string
  readonly status: string
  readonly submitted: number
  readonly version: number
  readonly accepted_version: number | null
  readonly submitted_at: Date | null
  readonly accepted_at: Date | null
  readonly answered: number
  readonly changed_at: Date
}

/**
 * What the summaries of a city must say, worked out from events, versions and the working copies alone, in other ways than
 * lib/reporting does. Reports of quarters only.
 */
export async function recomputeSummaries(owner: pg.Client, city: string): Promise<Recomputed[]> {
  const { rows } = await owner.query<Row>(
    `SELECT r.period, last.to_status AS status, last.version + (last.kind IN ('returned', 'withdrawn'))::int AS version,
       (SELECT e.version FROM report_event e WHERE e.city = r.city AND e.period = r.period AND e.kind IN ('accepted', 'restated') ORDER BY seq DESC LIMIT 1) AS accepted_version,
       (SELECT e.at FROM report_event e WHERE e.city = r.city AND e.period = r.period AND e.kind = 'submitted' AND NOT EXISTS (
          SELECT FROM report_event w WHERE w.city = e.city AND w.period = e.period AND w.version = e.version AND w.kind = 'withdrawn') ORDER BY seq DESC LIMIT 1) AS submitted_at,
       (SELECT e.at FROM report_event e WHERE e.city = r.city AND e.period = r.period AND e.kind IN ('accepted', 'restated') ORDER BY seq DESC LIMIT 1) AS accepted_at,
       (SELECT count(*)::int FROM (
          SELECT indicator FROM report_cell c WHERE c.city = r.city AND c.period = r.period AND state <> 'blank'
          UNION SELECT indicator FROM register_row g WHERE g.city = r.city AND g.period = r.period AND NOT removed
            AND indicator NOT IN ('regional_brands', 'model_universities', 'service_providers')) a) AS answered,
       chengji_now() AS changed_at
     FROM report r JOIN LATERAL (
       SELECT * FROM report_event e WHERE e.city = r.city AND e.period = r.period ORDER BY seq DESC LIMIT 1) last ON true
     WHERE r.city = $1 ORDER BY r.period`,
    [city],
  )
  const summaries: Recomputed[] = []
  for (const row of rows) {
    summaries.push({
      city,
      period: row.period as Summary['period'],
      status: row.status as Summary['status'],
      version: row.version,
      acceptedVersion: row.accepted_version,
      cellsAsked: indicators.length,
      cellsAnswered: row.answered,
      facts: row.accepted_version === null ? [] : await factsOf(owner, city, row),
      submittedAt: row.submitted_at,
      acceptedAt: row.accepted_at,
      changedAt: row.changed_at,
    })
  }
  return summaries
}

async function factsOf(
  owner: pg.Client,
  city: string,
  { period, accepted_version: version, accepted_at: at }: Row,
): Promise<Summary['facts']> {
  const common = {
    period: period as Summary['period'],
    version: version ?? 0,
    acceptedAt: at?.toISOString() ?? '',
  }
  const growth = await owner.query<{ indicator: string; value: string | null }>(
    `SELECT indicator, trim_scale(value)::text AS value FROM version_figure WHERE city = $1 AND period = $2 AND version = $3 ORDER BY indicator`,
    [city, period, version],
  )
  const isKind = (code: string, kind: string) =>
    indicators.some((each) => each.code === code && each.kind === kind)
  const flows = growth.rows.filter(({ indicator }) => isKind(indicator, 'growth'))
  // Counts: what stands in the accepted versions of all quarters up to this one, each code once.
  const counts = await owner.query<{
    indicator: string
    n: string
    here: boolean
    dated: string
    valid: string
  }>(
    `SELECT v.indicator, count(DISTINCT v.credit_code)::text AS n, bool_or(v.period = $2) AS here,
       (count(DISTINCT v.credit_code) FILTER (WHERE v.details ->> 'validTo' <> ''))::text AS dated,
       (count(DISTINCT v.credit_code) FILTER (WHERE v.details ->> 'validFrom' <= $3 AND v.details ->> 'validTo' >= $3))::text AS valid
     FROM version_row v JOIN LATERAL (SELECT version FROM report_event e WHERE e.city = v.city AND e.period = v.period AND e.kind IN ('accepted', 'restated')
       ORDER BY seq DESC LIMIT 1) e ON e.version = v.version
     WHERE v.city = $1 AND v.period <= $2 GROUP BY v.indicator`,
    [city, period, lastDayOf(period as Quarter)],
  )
  const none = new Set(growth.rows.filter(({ value }) => value !== null).map(({ indicator }) => indicator))
  return [
    ...flows.map(({ indicator, value }) => ({ indicator, value, ...common })),
    ...indicators.flatMap(({ code, kind }) => {
      if (kind !== 'count') return []
      const counted = counts.rows.find(({ indicator }) => indicator === code)
      const isAnswered = counted?.here === true || none.has(code)
      // R9: how many hold a certificate at the end of the quarter, where each says until when.
      const isDated = isAnswered && code === 'certified_entities' && counted?.dated === counted?.n
      const valid = isDated ? { valid: counted?.valid ?? '0' } : {}
      return [{ indicator: code, value: isAnswered ? (counted?.n ?? '0') : null, ...valid, ...common }]
    }),
  ] as Summary['facts']
}
