import type { Permit } from '@/lib/access/authorize'
import { indicator as indicatorOf, indicatorCodes, isNumeric, type IndicatorCode } from '@/lib/notice'
import type { VerdictCode } from '@/lib/rules'
import { readIssuedHistory, type IssuedRow } from '@/lib/store/issued-verdicts'
import { readSummaries } from '@/lib/store/summary'
import { begin } from '@/lib/store/work'
import type { Period } from '@/lib/values'
import { acceptVersion } from './accept-version'

/** A verdict that accepting a report would issue, and the last one that was issued on that result before. */
export interface VerdictToIssue {
  readonly indicator: IndicatorCode
  readonly verdict: VerdictCode
  readonly before: VerdictCode | null
}

/** What accepting a report would do. */
export interface Acceptance {
  /** The results whose figures would count from then on; blanks are none. */
  readonly figures: readonly IndicatorCode[]
  /** On the floors of the notice, in its order; none of the base year, which is judged by no verdict. */
  readonly verdicts: readonly VerdictToIssue[]
}

/** Carries the outcome of a rehearsal out of the transaction that it undoes. */
class Rehearsed extends Error {
  constructor(readonly outcome: Acceptance) {
    super('rehearsed')
  }
}

/**
 * What accepting this version would do, found by doing exactly that and undoing it: nothing of it is kept.
 * @throws Refusal notNow, contentChanged
 */
export async function previewAcceptance(
  permit: Permit<'report.accept'>,
  period: Period,
  contentHash: string,
): Promise<Acceptance> {
  try {
    return await begin(permit, async (work): Promise<never> => {
      await acceptVersion(work, period, contentHash)
      const summary = (await readSummaries(work)).find((each) => each.period === period)
      const counting = new Set(
        summary?.facts.flatMap(({ value, indicator }) => (value === null ? [] : [indicator])),
      )
      throw new Rehearsed({
        figures: indicatorCodes.filter((code) => counting.has(code)),
        verdicts: verdictsOf(await readIssuedHistory(work), period),
      })
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome
    throw error
  }
}

/** As of this quarter, each beside the latest of an earlier one. */
function verdictsOf(issued: readonly IssuedRow[], period: Period): VerdictToIssue[] {
  const floors = issued.filter(({ against }) => against === 'floor')
  return indicatorCodes.flatMap((code): VerdictToIssue[] => {
    if (!isNumeric(indicatorOf(code))) return []
    const own = floors.filter(({ indicator }) => indicator === code)
    const now = own.findLast(({ asOf }) => asOf === period)
    const before = own.findLast(({ asOf }) => asOf < period)
    if (now === undefined) return []
    // What is kept are the words of the rules themselves.
    return [
      {
        indicator: code,
        verdict: now.verdict as VerdictCode,
        before: (before?.verdict ?? null) as VerdictCode | null,
      },
    ]
  })
}
