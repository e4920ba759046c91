import type { RowStanding } from '@/lib/rules/register-standing'

/** What a row is to be looked at for. */
type RowFinding = 'earlier' | 'repeat' | 'otherType' | 'elsewhere' | 'likeness'

/** What a row is to be looked at for, in one word; null for a row that simply counts. */
export function findingOf({ counts, likeness, case: number }: RowStanding): RowFinding | null {
  if (number !== null) return 'elsewhere'
  if (counts !== 'new') return counts
  return likeness.length === 0 ? null : 'likeness'
}
