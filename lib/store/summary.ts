import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import type { Status } from './reports'
import { databaseOf, type Work } from './work'

/** One accepted figure as the rules take it. `value` null: the accepted report says there is none yet. */
export interface AcceptedFact {
  readonly indicator: IndicatorCode
  /** The period the figure is of: a quarter, or the base year. */
  readonly period: Period
  readonly value: string | null
  /** Why there is none, and by when there will be one, where the report says so. */
  readonly none?: 'notApplicable' | 'notYetAvailable'
  readonly expectedOn?: string
  /** Of certified entities: how many hold a certificate on the last day of the quarter, where that is known of each. */
  readonly valid?: string
  readonly version: number
  /** ISO instant. */
  readonly acceptedAt: string
}

/** A figure that is submitted and not accepted: nothing is judged by it. Of a count it is cumulative. */
export interface PendingFact {
  readonly indicator: IndicatorCode
  readonly period: Period
  readonly value: string
  readonly version: number
}

export interface Summary {
  readonly city: string
  readonly period: Period
  readonly status: Status
  readonly version: number
  readonly acceptedVersion: number | null
  readonly cellsAsked: number
  readonly cellsAnswered: number
  readonly facts: readonly AcceptedFact[]
  /** Of a quarter's report whose latest submission is not accepted. */
  readonly pending: readonly PendingFact[]
  readonly submittedAt: Date | null
  readonly acceptedAt: Date | null
  readonly changedAt: Date
}

/** What one deed changes of a report's summary; what it does not name stays. */
export interface SummaryChange {
  readonly status: Status
  readonly version: number
  readonly cellsAsked?: number
  readonly cellsAnswered?: number
  readonly acceptedVersion?: number
  readonly submittedAt?: Date
  readonly acceptedAt?: Date
}

/** Keeps the summary row in the transaction of the deed itself. The first one must say how many cells are asked. */
export async function keepSummary(work: Work, period: Period, change: SummaryChange): Promise<void> {
  await databaseOf(work).$executeRaw(summarySql(work, period, change))
}

/** The statement that keeps the summary row. */
export function summarySql(work: Work, period: Period, change: SummaryChange): Prisma.Sql {
  const { status, version, cellsAsked = null, cellsAnswered = null } = change
  const { acceptedVersion = null, submittedAt = null, acceptedAt = null } = change
  return Prisma.sql`
    INSERT INTO quarter_summary AS s (city, period, status, version, cells_asked, cells_answered, accepted_version, submitted_at, accepted_at, changed_at)
    VALUES (${work.city}, ${period}, ${status}, ${version}, coalesce(${cellsAsked}::int, 0), coalesce(${cellsAnswered}::int, 0),
      ${acceptedVersion}::int, ${submittedAt}::timestamptz, ${acceptedAt}::timestamptz, ${work.now}::timestamptz)
    ON CONFLICT (city, period) DO UPDATE SET
      status = excluded.status, version = excluded.version, changed_at = excluded.changed_at,
      cells_asked = coalesce(${cellsAsked}::int, s.cells_asked), cells_answered = coalesce(${cellsAnswered}::int, s.cells_answered),
      accepted_version = coalesce(excluded.accepted_version, s.accepted_version),
      submitted_at = coalesce(excluded.submitted_at, s.submitted_at), accepted_at = coalesce(excluded.accepted_at, s.accepted_at)`
}

/** Says anew when the report was last submitted, once a submission was taken back: by those that stand. */
export async function keepSubmittedAt(work: Work<'report.withdraw'>, period: Period): Promise<void> {
  await databaseOf(work).$executeRaw`
    UPDATE quarter_summary SET submitted_at = (
      SELECT v.submitted_at FROM report_version v
      WHERE v.city = ${work.city} AND v.period = ${period}
        AND v.version = standing_version(${work.city}, ${period}, NULL::timestamptz))
    WHERE city = ${work.city} AND period = ${period}`
}

/** Replaces the accepted facts of one report. */
export async function keepFacts(work: Work, period: Period, facts: readonly AcceptedFact[]): Promise<void> {
  await databaseOf(work).quarter_summary.update({
    where: { city_period: { city: work.city, period } },
    data: { facts: facts.map((fact) => ({ ...fact })) },
  })
}

/** Replaces what is submitted and not accepted, of all reports of the city at once. */
export async function keepPending(work: Work, pending: readonly PendingFact[]): Promise<void> {
  await databaseOf(work).$executeRaw`
    UPDATE quarter_summary s SET pending = x.pending
    FROM (SELECT q.period, coalesce(jsonb_agg(f.fact ORDER BY f.place) FILTER (WHERE f.fact IS NOT NULL), '[]') AS pending
          FROM quarter_summary q
          LEFT JOIN jsonb_array_elements(${JSON.stringify(pending)}::jsonb) WITH ORDINALITY AS f(fact, place) ON f.fact ->> 'period' = q.period
          WHERE q.city = ${work.city} GROUP BY q.period) x
    WHERE s.city = ${work.city} AND s.period = x.period AND s.pending <> x.pending`
}

type SummaryRow = Prisma.quarter_summaryGetPayload<object>

/** Of a permit for one city that city, named: by the policies alone the database would read all rows to find its own. */
const cityOf = ({ city }: Work): readonly string[] | undefined => (city === '' ? undefined : [city])

/** The summaries within the permit's reach, or of some cities, by city and period: one row per city and period, nothing else. */
export async function readSummaries(work: Work, cities = cityOf(work)): Promise<Summary[]> {
  return readRows(
    await databaseOf(work).quarter_summary.findMany({
      ...(cities && { where: { city: { in: [...cities] } } }),
      orderBy: [{ city: 'asc' }, { period: 'asc' }],
    }),
  )
}

/** Where a report stands, in short. */
export type SummaryHead = Pick<Summary, 'city' | 'period' | 'status' | 'version'>

/** The reports within the permit's reach that are not accepted, or were not at its moment, in short: for lists of very many cities. */
export const waitingHeads = ({ permit: { known } }: Work): Part<SummaryHead> => ({
  sql: Prisma.sql`
    SELECT city, period, status, version
    FROM ${known === null ? Prisma.sql`quarter_summary` : Prisma.sql`known_summary`}
    WHERE accepted_version IS NULL ORDER BY city, period`,
  moments: [],
})

/** Which reports of a city are accepted: their periods between commas, one before and one behind. */
interface Accepted {
  readonly city: string
  readonly periods: string
}

/** The accepted reports, or those that were at the permit's moment, by `isAcceptedIn`: one short row a city. */
export const acceptedPeriods = ({ permit: { known } }: Work): Part<Accepted> => ({
  sql:
    known === null
      ? Prisma.sql`
    SELECT city, ',' || string_agg(period, ',') || ',' AS periods FROM quarter_summary
    WHERE accepted_version IS NOT NULL GROUP BY city`
      : // What was accepted once stays so: corrected later, it has the same step behind it.
        Prisma.sql`
    SELECT c.code AS city, a.periods FROM city c CROSS JOIN LATERAL (
      SELECT ',' || string_agg(e.period, ',') || ',' AS periods FROM report_event e
      WHERE e.city = c.code AND e.kind = 'accepted') a
    WHERE a.periods IS NOT NULL`,
  moments: [],
})

/** Whether a report of a city is accepted, by the rows of `acceptedPeriods`. */
export function isAcceptedIn(rows: readonly Accepted[]): (city: string, period: Period) => boolean {
  const periods = new Map(rows.map((row) => [row.city, row.periods]))
  return (city, period) => periods.get(city)?.includes(`,${period},`) ?? false
}

/** The summaries within the permit's reach as a part of a larger question, each row through `summaryOf`: now, or as known then. */
export const summaryRows = ({ city, permit: { known } }: Work): Part<SummaryRow> => {
  const own = city === '' ? Prisma.empty : Prisma.sql`WHERE city = ${city}`
  return {
    sql:
      known === null
        ? Prisma.sql`SELECT * FROM quarter_summary ${own} ORDER BY city, period`
        : Prisma.sql`SELECT *, '[]'::jsonb AS pending FROM known_summary ${own} ORDER BY city, period`,
    moments: ['submitted_at', 'accepted_at', 'changed_at'],
  }
}

/** The summaries within the permit's reach as they are known at its moment. */
export async function readSummariesAsKnown(work: Work): Promise<Summary[]> {
  return readRows(await askAlone(work, summaryRows(work)))
}

/** The summaries of one period within the permit's reach. */
export async function readSummariesOf(work: Work, period: Period): Promise<Summary[]> {
  return readRows(
    await databaseOf(work).quarter_summary.findMany({ where: { period }, orderBy: { city: 'asc' } }),
  )
}

const readRows = (rows: readonly SummaryRow[]): Summary[] => rows.map(summaryOf)

/** A summary; of what was known at a past moment without facts, which follow from the versions of then. */
export function summaryOf(row: SummaryRow): Summary {
  return {
    city: row.city,
    period: row.period as Period,
    status: row.status as Status,
    version: row.version,
    acceptedVersion: row.accepted_version,
    cellsAsked: row.cells_asked,
    cellsAnswered: row.cells_answered,
    facts: row.facts as unknown as AcceptedFact[],
    pending: row.pending as unknown as PendingFact[],
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    changedAt: row.changed_at,
  }
}
