import {
  instalmentsOf,
  scoreOf,
  type BandTable,
  type RestatementEffects,
  type Score,
  type ScoringScheme,
  type Verdict,
} from '@/lib/rules'
import type { Quarter } from '@/lib/values'
import type { Issued } from './issue-verdicts'

/** One side of the indicative score as of the latest quarter that was issued. */
export interface Standing {
  readonly score: Score
  /** The second instalment in 万元 at the least and at the most that the score can be; null without a band table. */
  readonly money: { readonly least: string; readonly most: string } | null
}

/** What the correction would do to grade and money; indicative, for no evaluation has been sealed. */
export interface Indicative {
  readonly asOf: Quarter
  readonly documentNumber: string | null
  readonly before: Standing
  readonly after: Standing
}

/** What corrected verdicts make of the score as of one quarter, and of the money by it. Null where nothing was issued. */
export function indicativeEffect(
  scheme: ScoringScheme,
  bands: BandTable | null,
  issued: readonly Issued[],
  { verdicts }: Pick<RestatementEffects, 'verdicts'>,
): Indicative | null {
  const before = issued
    .filter(({ against }) => against === 'floor')
    .map(({ judgement: { verdict } }) => verdict)
  const [first] = before
  if (first === undefined) return null
  const corrected = (verdict: Verdict): Verdict =>
    verdicts.find(
      (each) =>
        each.asOf === verdict.asOf && each.against === 'floor' && each.before.indicator === verdict.indicator,
    )?.after ?? verdict
  const standing = (used: readonly Verdict[]): Standing => {
    const score = scoreOf(scheme, used)
    const amount = (at: string): string => {
      const { second } = instalmentsOf(bands, at)
      return second.code === 'banded' ? second.amount : second.upTo
    }
    return {
      score,
      money: bands === null ? null : { least: amount(score.atLeast), most: amount(score.atMost) },
    }
  }
  return {
    asOf: first.asOf,
    documentNumber: scheme.documentNumber,
    before: standing(before),
    after: standing(before.map(corrected)),
  }
}
