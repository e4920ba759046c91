import { canonical } from '@/lib/ledger/canonical'
import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import type { Part } from './cells'
import { insertRows } from './insert-rows'
import { databaseOf, type Work } from './work'

/** What came of a finding by the time its version was submitted. */
export type FindingOutcome = 'explained' | 'corrected' | 'open'

/** A finding in the life of a version: at most one of each check, result and part. */
export interface VersionFinding {
  /** Code of the check. */
  readonly rule: string
  readonly indicator: IndicatorCode
  readonly part: Part
  readonly severity: 'hard' | 'soft'
  /** As found last. */
  readonly expected: Readonly<Record<string, string>>
  readonly received: Readonly<Record<string, string>>
  readonly outcome: FindingOutcome
}

/** Stores what the checks found while a version was prepared, for good. */
export async function writeVersionFindings(
  work: Work<'report.submit'>,
  period: Period,
  version: number,
  findings: readonly VersionFinding[],
): Promise<void> {
  await insertRows(
    work,
    'version_finding',
    findings.map(({ rule, indicator, part, severity, expected, received, outcome }) => ({
      city: work.city,
      period,
      version,
      rule,
      indicator,
      part,
      severity,
      expected: canonical(expected),
      received: canonical(received),
      outcome,
    })),
  )
}

/** What the checks found in one report, each as it was found last. */
export async function readVersionFindings(
  work: Work,
  period: Period,
): Promise<Pick<VersionFinding, 'rule' | 'indicator' | 'part' | 'outcome'>[]> {
  return databaseOf(work).$queryRaw`
    SELECT DISTINCT ON (rule, indicator, part) rule, indicator, part, outcome
    FROM version_finding WHERE city = ${work.city} AND period = ${period}
    ORDER BY rule, indicator, part, version DESC`
}

/** A finding that stands in an accepted version, and what the city signed about it. */
export interface AcceptedFinding extends VersionFinding {
  readonly period: Period
  readonly version: number
  readonly explanation: { readonly text: string; readonly byName: string; readonly at: Date } | null
}

/** The findings of the city's accepted versions, earliest period first; what was corrected before is not among them. */
export async function readAcceptedFindings(work: Work): Promise<AcceptedFinding[]> {
  const rows = await databaseOf(work).$queryRaw<
    (Omit<AcceptedFinding, 'expected' | 'received' | 'explanation'> & {
      readonly expected: string
      readonly received: string
      readonly text: string | null
      readonly byName: string
      readonly at: Date
    })[]
  >`SELECT f.period, f.version, f.rule, f.indicator, f.part, f.severity, f.expected, f.received, f.outcome,
      x.explanation AS text, x.explained_by_name AS "byName", x.explained_at AS at
    FROM version_finding f
    JOIN known_summary s ON s.city = f.city AND s.period = f.period AND s.accepted_version = f.version
    LEFT JOIN LATERAL (
      SELECT e.explanation, e.explained_by_name, e.explained_at FROM finding_explanation e
      WHERE e.city = f.city AND e.period = f.period AND e.report_version <= f.version
        AND e.rule = f.rule AND e.indicator = f.indicator AND e.part = f.part AND f.outcome = 'explained'
      ORDER BY e.seq DESC LIMIT 1) x ON true
    WHERE f.city = ${work.city} AND f.outcome <> 'corrected'
    ORDER BY f.period, f.indicator, f.part, f.rule`
  return rows.map(({ expected, received, text, byName, at, ...row }) => ({
    ...row,
    expected: JSON.parse(expected) as VersionFinding['expected'],
    received: JSON.parse(received) as VersionFinding['received'],
    explanation: text === null ? null : { text, byName, at },
  }))
}

/** How many findings of one check in the reports of one period came to one end. */
export interface FindingCount {
  readonly rule: string
  readonly period: Period
  readonly outcome: FindingOutcome
  readonly findings: number
}

/**
 * Findings within the permit's reach, counted: of each report, check, result and part the last version in which it was
 * found, so that a report that was returned is not counted twice.
 */
export async function countFindings(work: Work): Promise<FindingCount[]> {
  return databaseOf(work).$queryRaw`
    SELECT rule, period, outcome, count(*)::int AS findings
    FROM (SELECT DISTINCT ON (city, period, rule, indicator, part) rule, period, outcome
          FROM version_finding
          ORDER BY city, period, rule, indicator, part, version DESC) AS last
    GROUP BY rule, period, outcome
    ORDER BY period DESC, rule, outcome`
}
