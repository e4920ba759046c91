import type { IndicatorCode } from '@/lib/notice'
import type { Finding } from '@/lib/rules/checks'
import type { Explanation } from '@/lib/store/explanations'
import { explainedAs, softFindings, type ExplainedAs, type SoftFinding } from './soft-findings'

/** What the findings mean for signing. */
export interface CheckOutcome {
  /** What must be corrected: hard findings, but not that a whole result is unanswered. */
  readonly errors: readonly Finding[]
  /** Soft findings that nobody has explained yet. */
  readonly open: readonly SoftFinding[]
  /** Soft findings with an explanation that holds. */
  readonly explained: readonly SoftFinding[]
  /** Explanations that do not hold: of other values, or written anew since. */
  readonly lapsed: readonly ExplainedAs[]
  readonly unanswered: readonly IndicatorCode[]
  /** Whether the report can be signed. */
  readonly isClear: boolean
}

/**
 * Sorts findings so that nothing is said twice: an unanswered result is not also an error.
 * `history`: every explanation of the report, first to last.
 */
export function outcomeOf(
  findings: readonly Finding[],
  unanswered: readonly IndicatorCode[],
  history: readonly Explanation[],
): CheckOutcome {
  const hard = findings.filter((finding) => finding.severity === 'hard')
  const soft = softFindings(findings, history)
  const open = soft.filter(({ explanation }) => explanation === null)
  const explained = soft.filter(({ explanation }) => explanation !== null)
  const held = new Set(explained.map(({ explanation }) => explanation?.seq))
  return {
    errors: hard.filter(({ rule, indicator }) => rule !== 'answerMissing' || !unanswered.includes(indicator)),
    open,
    explained,
    lapsed: explainedAs(history.filter(({ seq }) => !held.has(seq))),
    unanswered,
    isClear: hard.length === 0 && unanswered.length === 0 && open.length === 0,
  }
}
