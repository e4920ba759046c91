import { gradeOf, type Grade } from './grades'
import { instalmentsOf, type BandTable } from './instalments'
import { scoreOf, type ScoringScheme } from './score'
import type { Verdict } from './types'

/** What a score and the money after it go by. */
export interface Standard {
  readonly scheme: ScoringScheme
  /** Null: unspecified (R12). */
  readonly bands: BandTable | null
}

/** Between what a score will lie while results are open, its grades there, and what they would pay, in 万元. */
export interface MoneyOutlook {
  readonly atLeast: string
  readonly atMost: string
  readonly gradeAtLeast: Grade
  readonly gradeAtMost: Grade
  /** Null while bands are unspecified. */
  readonly amountAtLeast: string | null
  readonly amountAtMost: string | null
}

/** One city's score and money, as they are and as they would be: a simulation (模拟), whatever the standard. */
export interface MoneyChange {
  readonly simulated: true
  readonly city: string
  readonly before: MoneyOutlook
  readonly after: MoneyOutlook
}

/** Rehearses weights, grades and bands: the score and the money of every city, before and after. Nothing is stored or paid. */
export function rehearseMoney(
  cities: readonly { readonly city: string; readonly verdicts: readonly Verdict[] }[],
  before: Standard,
  after: Standard,
): readonly MoneyChange[] {
  return cities.map(({ city, verdicts }) => ({
    simulated: true,
    city,
    before: outlook(verdicts, before),
    after: outlook(verdicts, after),
  }))
}

function outlook(verdicts: readonly Verdict[], { scheme, bands }: Standard): MoneyOutlook {
  const { atLeast, atMost } = scoreOf(scheme, verdicts)
  const amountAt = (score: string) => {
    const { second } = instalmentsOf(bands, score)
    return second.code === 'banded' ? second.amount : null
  }
  return {
    atLeast,
    atMost,
    gradeAtLeast: gradeOf(atLeast, scheme.grades),
    gradeAtMost: gradeOf(atMost, scheme.grades),
    amountAtLeast: amountAt(atLeast),
    amountAtMost: amountAt(atMost),
  }
}
