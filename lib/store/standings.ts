import type { Quarter } from '@/lib/values'
import type { City } from './cities'
import { Prisma } from './generated/client'
import type { ReportingPeriod } from './periods'
import type { Status } from './reports'
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
  /** Null where none is kept. */
  readonly standing: { readonly terms: string; readonly verdicts: string } | null
  /** Without a standing: whether any of its reports was ever accepted. */
  readonly hasAccepted: boolean
}

/** Every city within the permit's reach as of a quarter, in pinyin order: one statement, one short row a city. */
export async function readStandings(work: Work, asOf: Quarter): Promise<CityStanding[]> {
  const rows = await databaseOf(work).$queryRaw<
    (Omit<City, 'code'> & {
      code: string
      status: Status | null
      asked: number | null
      answered: number | null
      submittedAt: Date | null
      extendedTo: Date | null
      terms: string | null
      verdicts: string | null
      hasAccepted: boolean
    })[]
  >`
    WITH extended AS (
      SELECT e.city, max(e.until) AS until FROM deadline_extension e
      JOIN deadline_extension_decision d ON d.city = e.city AND d.period = e.period AND d.seq = e.seq AND d.granted
      WHERE e.period = ${asOf} GROUP BY e.city)
    SELECT c.code, c.name_zh AS "nameZh", c.name_en AS "nameEn", c.province_zh AS "provinceZh",
           c.province_en AS "provinceEn", c.sort_key AS "sortKey", c.cohort,
           s.status, s.cells_asked AS asked, s.cells_answered AS answered, v.at AS "submittedAt",
           x.until AS "extendedTo", st.terms, st.verdicts,
           st.city IS NULL AND EXISTS (
             SELECT FROM quarter_summary a WHERE a.city = c.code AND a.accepted_version IS NOT NULL) AS "hasAccepted"
    FROM city c
    LEFT JOIN quarter_summary s ON s.period = ${asOf} AND s.city = c.code
    LEFT JOIN LATERAL (
      SELECT min(r.submitted_at) AS at FROM report_version r WHERE r.city = c.code AND r.period = ${asOf} AND NOT EXISTS (
        SELECT FROM report_event w WHERE (w.city, w.period, w.version, w.kind) = (r.city, r.period, r.version, 'withdrawn'))
    ) v ON true
    LEFT JOIN standing st ON st.as_of = ${asOf} AND st.city = c.code
    LEFT JOIN extended x ON x.city = c.code
    WHERE ${within(work)}
    ORDER BY c.sort_key, c.code`
  return rows.map(
    ({ status, asked, answered, submittedAt, extendedTo, terms, verdicts, hasAccepted, ...city }) => ({
      city,
      status: status ?? 'open',
      cellsAsked: asked ?? 0,
      cellsAnswered: answered ?? 0,
      submittedAt,
      extendedTo,
      standing: terms === null || verdicts === null ? null : { terms, verdicts },
      hasAccepted,
    }),
  )
}

/** The names of cities are public; a list shows only those within the permit's reach. */
function within({ permit: { scope } }: Work): Prisma.Sql {
  if (scope.scope === 'city') return Prisma.sql`c.code = ${scope.city}`
  if (scope.scope === 'province') return Prisma.sql`left(c.code, 2) = ${scope.province}`
  return Prisma.sql`true`
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
    LEFT JOIN (SELECT as_of, count(*)::int AS cities, sum(met)::int AS met, sum(short)::int AS short,
                 sum(on_pace)::int AS on_pace, sum(behind_pace)::int AS behind_pace, sum(undecided)::int AS undecided
               FROM standing GROUP BY as_of) t ON t.as_of = p.period
    LEFT JOIN (SELECT period, count(*)::int AS accepted FROM quarter_summary
               WHERE accepted_version IS NOT NULL GROUP BY period) a ON a.period = p.period
    WHERE p.period LIKE '%Q%' AND p.opens_at <= ${work.now}
    ORDER BY p.period`
  return rows.map(({ period, opensAt, dueAt, lateAfter, lockedAfter, ...counts }) => ({
    window: { period, opensAt, dueAt, lateAfter, lockedAfter },
    ...counts,
  }))
}
