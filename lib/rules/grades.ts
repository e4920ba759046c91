import { atLeast, decimal, parseDecimal, ratio, zero, type Ratio } from '@/lib/values'

/** 优, 良, 中, 差. */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor'

/** Where 优, 良 and 中 begin, as exact decimals; what lies below is 差. */
export interface GradeBounds {
  readonly excellent: string
  readonly good: string
  readonly fair: string
}

/** The uniform bounds of the Ministry of Finance (R13): indicative until a document number confirms these or others. */
export const usualGrades: GradeBounds = { excellent: '90', good: '80', fair: '60' }

const HUNDRED = ratio(100n)

/** Each grade with where it begins, highest first: half-open, so that 89.5 is 良 and nothing lies between two grades. */
export function gradesFrom({ excellent, good, fair }: GradeBounds): readonly {
  readonly grade: Grade
  readonly from: string
}[] {
  return [
    { grade: 'excellent', from: excellent },
    { grade: 'good', from: good },
    { grade: 'fair', from: fair },
    { grade: 'poor', from: '0' },
  ]
}

/** Whether bounds are numbers that fall from at most 100 to above 0, so that every grade can be had. */
export function areGrades({ excellent, good, fair }: GradeBounds): boolean {
  const [a, b, c] = [excellent, good, fair].map(parseDecimal)
  if (!a || !b || !c) return false
  return atLeast(HUNDRED, a) && !atLeast(b, a) && !atLeast(c, b) && !atLeast(zero, c)
}

/** The grade of a score from 0 to 100, given as an exact decimal. */
export function gradeOf(score: string, bounds: GradeBounds = usualGrades): Grade {
  return gradeAt(decimal(score), bounds)
}

/** The same for a score that was just computed. */
export function gradeAt(score: Ratio, { excellent, good, fair }: GradeBounds = usualGrades): Grade {
  if (score.num < 0n || !atLeast(HUNDRED, score)) {
    throw new RangeError(`not a score: ${score.num}/${score.den}`)
  }
  if (atLeast(score, decimal(excellent))) return 'excellent'
  if (atLeast(score, decimal(good))) return 'good'
  return atLeast(score, decimal(fair)) ? 'fair' : 'poor'
}
