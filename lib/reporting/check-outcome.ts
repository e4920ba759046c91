import type { IndicatorCode } from '@/lib/notice'
import type { Finding } from '@/lib/rules/checks'

/** What the findings mean for signing. */
export interface CheckOutcome {
  /** What must be corrected: hard findings, but not that a whole result is unanswered. */
  readonly errors: readonly Finding[]
  /** Soft findings: they may be true. */
  readonly notes: readonly Finding[]
  readonly unanswered: readonly IndicatorCode[]
  /** Whether the report can be signed. */
  readonly isClear: boolean
}

/** Sorts findings so that nothing is said twice: an unanswered result is not also an error. */
export function outcomeOf(findings: readonly Finding[], unanswered: readonly IndicatorCode[]): CheckOutcome {
  const hard = findings.filter((finding) => finding.severity === 'hard')
  return {
    errors: hard.filter(({ rule, indicator }) => rule !== 'answerMissing' || !unanswered.includes(indicator)),
    notes: findings.filter((finding) => finding.severity === 'soft'),
    unanswered,
    isClear: hard.length === 0 && unanswered.length === 0,
  }
}
