import type { Judgement, VerdictCode } from '@/lib/rules'

export type VerdictCounts = Readonly<Partial<Record<VerdictCode, number>>>
type Counting = Partial<Record<VerdictCode, number>>

/** Nothing counted yet. */
export const emptyCounts = (): Counting => ({})

/** Counts one more verdict of a kind. */
export function addVerdict(counts: Counting, code: VerdictCode, number = 1): void {
  counts[code] = (counts[code] ?? 0) + number
}

/** How many of these verdicts there are of each kind. */
export function countVerdicts(judgements: readonly Pick<Judgement, 'verdict'>[]): VerdictCounts {
  const counts = emptyCounts()
  for (const { verdict } of judgements) addVerdict(counts, verdict.code)
  return counts
}
