import type { Role } from '@/lib/access/roles'
import type { Period } from '@/lib/values'
import { askAlone, type Part } from './ask-together'
import { Prisma } from './generated/client'
import type { EventKind, Status } from './reports'
import { databaseOf, type Work } from './work'

/** One report and its version in hand. */
export interface QueuedVersion {
  readonly city: string
  readonly period: Period
  readonly version: number
}

/** What decides whether a submitted version can be dealt with at a glance. */
export interface VersionState extends QueuedVersion {
  readonly contentHash: string
  /** Soft findings: unexplained, and explained. */
  readonly open: number
  readonly explained: number
  /** Undecided cases in which enterprises of this version stand. */
  readonly cases: number
}

/** The state of each of these versions, within the permit's reach. */
export async function readVersionStates(
  work: Work,
  versions: readonly QueuedVersion[],
): Promise<VersionState[]> {
  return askAlone(work, versionStates(versions))
}

/** The state of each of these versions, as a part of a larger question. */
export const versionStates = (versions: readonly QueuedVersion[]): Part<VersionState> => ({
  sql: Prisma.sql`
    WITH asked AS (
      SELECT * FROM unnest(${versions.map(({ city }) => city)}::text[], ${versions.map(({ period }) => period)}::text[],
        ${versions.map(({ version }) => version)}::int[]) AS a (city, period, version)
    ), undecided AS (
      SELECT c.city, c.case_number, d.indicator, d.identity
      FROM case_claim c JOIN duplicate_case d ON d.number = c.case_number
      WHERE NOT EXISTS (SELECT FROM case_outcome o WHERE o.city = c.city AND o.case_number = c.case_number)
    ), in_case AS (
      SELECT a.city, a.period, count(DISTINCT u.case_number)::int AS cases
      FROM undecided u
      JOIN asked a ON a.city = u.city
      -- LIMIT 1 keeps it a lookup for each report.
      CROSS JOIN LATERAL (
        SELECT FROM version_row r WHERE r.city = a.city AND r.period = a.period AND r.version = a.version
          AND r.indicator = u.indicator AND u.identity IN (r.credit_code, 'name:' || r.name_key) AND r.withdrawn = ''
        LIMIT 1) r
      GROUP BY a.city, a.period
    )
    SELECT a.city, a.period, a.version, v.content_hash AS "contentHash", v.soft_open AS open, v.soft_explained AS explained,
      coalesce(c.cases, 0) AS cases
    FROM asked a
    -- Looked up for each: whatever the planner takes the list for, it reads no large table from end to end.
    CROSS JOIN LATERAL (
      SELECT * FROM report_version r WHERE r.city = a.city AND r.period = a.period AND r.version = a.version LIMIT 1) v
    LEFT JOIN in_case c ON c.city = a.city AND c.period = a.period`,
  moments: [],
})

/** What a version changes against the one that the same side dealt with last. */
export interface VersionChanges extends QueuedVersion {
  /** The version compared with; null where this side has dealt with none. */
  readonly since: number | null
  readonly figures: number
  readonly added: number
  /** Taken out or withdrawn. */
  readonly removed: number
  readonly changed: number
}

/** The number of figures and rows that differ since `roles` dealt with a version of each report last. */
export async function countChanges(
  work: Work,
  versions: readonly QueuedVersion[],
  roles: readonly Role[],
): Promise<VersionChanges[]> {
  if (versions.length === 0) return []
  return databaseOf(work).$queryRaw<VersionChanges[]>`
    WITH asked AS (
      SELECT a.*, (SELECT max(e.version) FROM report_event e WHERE e.city = a.city AND e.period = a.period
        AND e.version < a.version AND e.kind IN ('forwarded', 'returned') AND e.actor_role = ANY (${[...roles]}::text[])) AS since
      FROM unnest(${versions.map(({ city }) => city)}::text[], ${versions.map(({ period }) => period)}::text[],
        ${versions.map(({ version }) => version)}::int[]) AS a (city, period, version)
    )
    SELECT a.city, a.period, a.version, a.since, f.figures, r.added, r.removed, r.changed
    FROM asked a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS figures
      FROM (SELECT indicator, part, to_jsonb(v) - 'version' AS content FROM version_figure v
            WHERE v.city = a.city AND v.period = a.period AND v.version = a.since) o
      FULL JOIN (SELECT indicator, part, to_jsonb(v) - 'version' AS content FROM version_figure v
            WHERE v.city = a.city AND v.period = a.period AND v.version = a.version AND a.since IS NOT NULL) n
        USING (indicator, part)
      WHERE o.content IS DISTINCT FROM n.content
    ) f
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE o.row_id IS NULL AND n.content ->> 'withdrawn' = '')::int AS added,
        count(*) FILTER (WHERE o.row_id IS NOT NULL AND o.content ->> 'withdrawn' = ''
          AND (n.row_id IS NULL OR n.content ->> 'withdrawn' <> ''))::int AS removed,
        count(*) FILTER (WHERE o.row_id IS NOT NULL AND n.content ->> 'withdrawn' = ''
          AND o.content IS DISTINCT FROM n.content)::int AS changed
      FROM (SELECT row_id, to_jsonb(v) - 'version' - 'name_key' AS content FROM version_row v
            WHERE v.city = a.city AND v.period = a.period AND v.version = a.since) o
      FULL JOIN (SELECT row_id, to_jsonb(v) - 'version' - 'name_key' AS content FROM version_row v
            WHERE v.city = a.city AND v.period = a.period AND v.version = a.version AND a.since IS NOT NULL) n
        USING (row_id)
    ) r`
}

/** A step in the life of some report: where it led, and when. */
export interface Step {
  readonly city: string
  readonly period: Period
  readonly kind: EventKind
  readonly to: Status
  readonly version: number
  readonly at: Date
}

/** Every step of these reports, each report's in order. */
export const stepsOf = (
  reports: readonly { readonly city: string; readonly period: Period }[],
): Part<Step> => ({
  sql: Prisma.sql`
    SELECT e.city, e.period, e.kind, e.to_status AS "to", e.version, e.at
    FROM unnest(${reports.map(({ city }) => city)}::text[], ${reports.map(({ period }) => period)}::text[])
      AS a (city, period)
    -- OFFSET 0 keeps it a lookup for each report.
    CROSS JOIN LATERAL (SELECT * FROM report_event r WHERE r.city = a.city AND r.period = a.period OFFSET 0) e
    ORDER BY e.city, e.period, e.seq`,
  moments: ['at'],
})
