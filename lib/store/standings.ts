import type { Quarter } from '@/lib/values'
import { inReach, type City } from './cities'
import type { ReportingPeriod } from './periods'
import type { Status } from './reports'
import type { AcceptedFact } from './summary'
import { databaseOf, type Work } from './work'

/** How a city stands as of a quarter. */
export interface StandingRow {
  readonly asOf: Quarter
  /** Digest of what it was judged by. */
  readonly terms: string
  /** As lib/reporting/packed-verdicts.ts writes it. */
  readonly verdicts: string
  readonly met: number
  readonly short: number
  readonly onPace: number
  readonly behindPace: number
  readonly undecided: number
}

/** Keeps the standings of the permit's city, in one statement. */
export async function writeStandings(work: Work, rows: readonly StandingRow[]): Promise<void> {
  const { city, now } = work
  const given = rows.map(({ asOf, onPace, behindPace, ...row }) => ({
    ...row,
    city,
    as_of: asOf,
    on_pace: onPace,
    behind_pace: behindPace,
    changed_at: now,
  }))
  await databaseOf(work).$executeRaw`
    INSERT INTO standing SELECT * FROM jsonb_populate_recordset(NULL::standing, ${JSON.stringify(given)}::jsonb)
    ON CONFLICT (city, as_of) DO UPDATE SET terms = excluded.terms, verdicts = excluded.verdicts, met = excluded.met,
      short = excluded.short, on_pace = excluded.on_pace, behind_pace = excluded.behind_pace,
      undecided = excluded.undecided, changed_at = excluded.changed_at`
}

/** What the ministry paid a city of one instalment, and what was recorded and waits for the second person; in yuan. */
export interface Paid {
  readonly confirmed: bigint
  readonly pending: bigint
}

/** A city, its report of the as-of quarter and how it stands. */
export interface CityStanding {
  readonly city: City
  readonly status: Status
  readonly cellsAsked: number
  readonly cellsAnswered: number
  /** When the report was first submitted, what was withdrawn aside; null while it never was. */
  readonly submittedAt: Date | null
  /** Until when more time was granted; null where none was. */
  readonly extendedTo: Date | null
  /** The verdicts that are kept; null where none are, or where they were judged by other terms than hold. */
  readonly verdicts: string | null
  /** Where no verdicts hold: the accepted facts, to judge by anew. */
  readonly facts: readonly AcceptedFact[]
  readonly instalments: readonly [first: Paid, second: Paid]
}

/** By what cities are judged: the digest that holds for most, and those of cities with decisions of their own. */
export interface Terms {
  readonly usual: string
  readonly decided: ReadonlyMap<string, string>
}

/**
 * Every city within the permit's reach as of a quarter, in pinyin order: one statement, one short row a city, and the facts
 * of those whose standing was judged by other terms.
 */
export async function readStandings(
  work: Work,
  asOf: Quarter,
  { usual, decided }: Terms,
): Promise<CityStanding[]> {
  const rows = await databaseOf(work).$queryRaw<
    (Omit<City, 'code'> & {
      code: string
      status: Status | null
      asked: number | null
      answered: number | null
      submittedAt: Date | null
      extendedTo: Date | null
      verdicts: string | null
      facts: AcceptedFact[][] | null
      paid: bigint | null
      pending: bigint | null
      paidSecond: bigint | null
      pendingSecond: bigint | null
    })[]
  >`
    WITH extended AS (
      SELECT e.city, max(e.until) AS until FROM deadline_extension e
      JOIN deadline_extension_decision d ON d.city = e.city AND d.period = e.period AND d.seq = e.seq AND d.granted
      WHERE e.period = ${asOf} GROUP BY e.city
    ), terms AS (
      SELECT * FROM unnest(${[...decided.keys()]}::text[], ${[...decided.values()]}::text[]) AS t (city, digest)
    ), money AS (
      SELECT p.city,
        (sum(p.yuan) FILTER (WHERE p.instalment = 1 AND a.confirmed))::bigint AS paid,
        (sum(p.yuan) FILTER (WHERE p.instalment = 1 AND a.city IS NULL))::bigint AS pending,
        (sum(p.yuan) FILTER (WHERE p.instalment = 2 AND a.confirmed))::bigint AS "paidSecond",
        (sum(p.yuan) FILTER (WHERE p.instalment = 2 AND a.city IS NULL))::bigint AS "pendingSecond"
      FROM fund_payment p LEFT JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq GROUP BY p.city
    )
    SELECT c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", c.province_zh AS "provinceZh",
           c.province_en AS "provinceEn", c.sort_key AS "sortKey", c.cohort,
           s.status, s.cells_asked AS asked, s.cells_answered AS answered,
           -- Of a report with one version the summary knows when that came; only others have to be looked up.
           CASE WHEN s.version <= 1 THEN s.submitted_at ELSE (
             SELECT min(r.submitted_at) FROM report_version r WHERE r.city = c.code AND r.period = ${asOf} AND NOT EXISTS (
               SELECT FROM report_event w WHERE (w.city, w.period, w.version, w.kind) = (r.city, r.period, r.version, 'withdrawn'))
           ) END AS "submittedAt",
           x.until AS "extendedTo", CASE WHEN st.terms = coalesce(t.digest, ${usual}) THEN st.verdicts END AS verdicts,
           CASE WHEN st.terms IS DISTINCT FROM coalesce(t.digest, ${usual}) THEN (
             SELECT jsonb_agg(a.facts ORDER BY a.period) FROM quarter_summary a
             WHERE a.city = c.code AND a.accepted_version IS NOT NULL) END AS facts,
           m.paid, m.pending, m."paidSecond", m."pendingSecond"
    FROM city c
    -- One row each, looked up: the policies let the planner expect next to none, and it would compare all with all.
    LEFT JOIN LATERAL (
      SELECT q.status, q.version, q.submitted_at, q.cells_asked, q.cells_answered FROM quarter_summary q
      WHERE q.city = c.code AND q.period = ${asOf} LIMIT 1) s ON true
    LEFT JOIN LATERAL (
      SELECT k.terms, k.verdicts FROM standing k WHERE k.city = c.code AND k.as_of = ${asOf} LIMIT 1) st ON true
    LEFT JOIN extended x ON x.city = c.code
    LEFT JOIN terms t ON t.city = c.code
    LEFT JOIN money m ON m.city = c.code
    WHERE ${inReach(work)}
    ORDER BY c.sort_key, c.code`
  return rows.map(
    ({
      status,
      asked,
      answered,
      submittedAt,
      extendedTo,
      verdicts,
      facts,
      paid,
      pending,
      paidSecond,
      pendingSecond,
      ...city
    }) => ({
      city,
      status: status ?? 'open',
      cellsAsked: asked ?? 0,
      cellsAnswered: answered ?? 0,
      submittedAt,
      extendedTo,
      verdicts,
      facts: (facts ?? []).flat(),
      instalments: [
        { confirmed: paid ?? 0n, pending: pending ?? 0n },
        { confirmed: paidSecond ?? 0n, pending: pendingSecond ?? 0n },
      ],
    }),
  )
}

/** How all cities within reach stood as of a quarter: results of each kind, and reports accepted. */
export interface QuarterTrend extends Omit<StandingRow, 'asOf' | 'terms' | 'verdicts'> {
  readonly window: ReportingPeriod & { readonly period: Quarter }
  readonly cities: number
  readonly accepted: number
}

/** The trend over all quarters that have opened, earliest first, and their dates. */
export async function readTrend(work: Work): Promise<QuarterTrend[]> {
  const rows = await databaseOf(work).$queryRaw<(Omit<QuarterTrend, 'window'> & QuarterTrend['window'])[]>`
    SELECT p.period, p.opens_at AS "opensAt", p.due_at AS "dueAt", coalesce(p.late_after, p.due_at) AS "lateAfter",
           p.locked_after AS "lockedAfter",
           coalesce(t.cities, 0) AS cities, coalesce(t.met, 0) AS met, coalesce(t.short, 0) AS short,
           coalesce(t.on_pace, 0) AS "onPace", coalesce(t.behind_pace, 0) AS "behindPace",
           coalesce(t.undecided, 0) AS undecided, coalesce(a.accepted, 0) AS accepted
    FROM reporting_period p
    -- A quarter at a time, so that the index alone is read.
    LEFT JOIN LATERAL (SELECT count(*)::int AS cities, sum(s.met)::int AS met, sum(s.short)::int AS short,
                         sum(s.on_pace)::int AS on_pace, sum(s.behind_pace)::int AS behind_pace,
                         sum(s.undecided)::int AS undecided
                       FROM standing s WHERE s.as_of = p.period) t ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS accepted FROM quarter_summary q
                       WHERE q.period = p.period AND q.accepted_version IS NOT NULL) a ON true
    WHERE p.period LIKE '%Q%' AND p.opens_at <= ${work.now}
    ORDER BY p.period`
  return rows.map(({ period, opensAt, dueAt, lateAfter, lockedAfter, ...counts }) => ({
    window: { period, opensAt, dueAt, lateAfter, lockedAfter },
    ...counts,
  }))
}
