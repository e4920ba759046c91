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
