import { atLeast, decimal, ratio, type Ratio } from '@/lib/values'

/** 优, 良, 中, 差. */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

/** Where each grade begins (R13): half-open, so that 89.5 is 良 and nothing lies between two grades. */
export const gradeBounds: readonly { readonly grade: Grade; readonly from: number }[] = [
  { grade: 'excellent', from: 90 },
  { grade: 'good', from: 80 },
  { grade: 'fair', from: 60 },
  { grade: 'poor', from: 0 },
]

/** The grade of a score from 0 to 100, given as an exact decimal; indicative until a document number confirms the bounds. */
export function gradeOf(score: string): Grade {
  return gradeAt(decimal(score))
}

/** The same for a score that was just computed. */
export function gradeAt(score: Ratio): Grade {
  if (score.num < 0n || !atLeast(ratio(100n), score)) {
    throw new RangeError(`not a score: ${score.num}/${score.den}`)
  }
  return gradeBounds.find(({ from }) => atLeast(score, ratio(BigInt(from))))?.grade ?? 'poor'
}
