import { canonical } from '@/lib/ledger/canonical'
import type { IndicatorCode } from '@/lib/notice'
import type { Period } from '@/lib/values'
import type { Part } from './cells'
import { insertRows } from './insert-rows'
import type { Work } from './work'

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
