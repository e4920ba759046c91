import type { Judgement, VerdictCode } from '@/lib/rules'

export type VerdictCounts = Readonly<Partial<Record<VerdictCode, number>>>

/** How many of these verdicts there are of each kind. */
export function countVerdicts(judgements: readonly Pick<Judgement, 'verdict'>[]): VerdictCounts {
  const counts: Partial<Record<VerdictCode, number>> = {}
  for (const { verdict } of judgements) counts[verdict.code] = (counts[verdict.code] ?? 0) + 1
  return counts
}
