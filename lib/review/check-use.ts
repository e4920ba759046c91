import { isAdjustable } from '@/lib/decisions/content'
import type { Check, CheckCode, Severity } from '@/lib/rules'
import type { FindingCount } from '@/lib/store/version-findings'
import { compareText, ratio, type Period, type Quarter, type Ratio } from '@/lib/values'

/** How often a check found something, and what came of it. */
export interface Tally {
  readonly fired: number
  readonly explained: number
  readonly corrected: number
  /** Submitted without either: the check was changed after the certification. */
  readonly open: number
  /** Of those fired; null where none was. */
  readonly shareExplained: Ratio | null
  readonly shareCorrected: Ratio | null
  /** Too few for a share to mean much. */
  readonly isFew: boolean
}

/** One check with its use, in all and by period. */
export interface CheckUse {
  readonly check: CheckCode
  readonly severity: Severity
  /** From when a hard check is hard, where it is not at once. */
  readonly hardFrom: Quarter | null
  readonly total: Tally
  /** Only periods in which it fired, the latest first. */
  readonly periods: readonly (Tally & { readonly period: Period })[]
}

/** Under so many findings a share says little. */
export const FEW = 20

/** The use of every check whose severity may be decided, in the order of the checks. */
export function checkUse(checks: readonly Check[], counts: readonly FindingCount[]): readonly CheckUse[] {
  return checks
    .filter(({ code }) => isAdjustable(code))
    .map(({ code, severity, hardFrom }): CheckUse => {
      const own = counts.filter(({ rule }) => rule === code)
      const periods = [...new Set(own.map(({ period }) => period))].sort((a, b) => compareText(b, a))
      return {
        check: code,
        severity,
        hardFrom: hardFrom ?? null,
        total: tally(own),
        periods: periods.map((period) => ({
          period,
          ...tally(own.filter((each) => each.period === period)),
        })),
      }
    })
}

function tally(counts: readonly FindingCount[]): Tally {
  const of = (outcome: FindingCount['outcome']): number =>
    counts.filter((each) => each.outcome === outcome).reduce((sum, { findings }) => sum + findings, 0)
  const [explained, corrected, open] = [of('explained'), of('corrected'), of('open')]
  const fired = explained + corrected + open
  const share = (part: number): Ratio | null => (fired === 0 ? null : ratio(BigInt(part), BigInt(fired)))
  return {
    ...{ fired, explained, corrected, open },
    shareExplained: share(explained),
    shareCorrected: share(corrected),
    isFew: fired < FEW,
  }
}
