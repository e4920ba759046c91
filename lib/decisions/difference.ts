import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import { usualGrades, type GradeBounds } from '@/lib/rules'
import { compare, decimal } from '@/lib/values'
import type { DecisionContent } from './content'

/** Something that two versions say, as each of them says it; null where it says nothing of it. */
interface Change<T> {
  readonly before: T | null
  readonly after: T | null
}

type Scheme = Extract<DecisionContent, { kind: 'scoringScheme' }>

/** What a band table or scoring scheme says otherwise than the one it replaces; what they agree in is left out. */
export interface Difference {
  /** By lower bound in points, ascending: amounts in 万元. */
  readonly bands: readonly (Change<string> & { readonly from: string })[]
  readonly method: Change<Scheme['method']> | null
  readonly weights: readonly (Change<string> & { readonly indicator: IndicatorCode })[]
  /** Where grades begin. */
  readonly grades: readonly (Change<string> & { readonly grade: keyof GradeBounds })[]
}

const NOTHING: Difference = { bands: [], method: null, weights: [], grades: [] }
const GRADES = ['excellent', 'good', 'fair'] as const

/** Compares two contents of the same kind; numbers are compared as numbers. Of other kinds there is nothing to say. */
export function differenceBetween(before: DecisionContent, after: DecisionContent): Difference {
  if (before.kind === 'bandTable' && after.kind === 'bandTable') {
    const all = [...before.bands, ...after.bands].map(({ from }) => from)
    const bounds = all
      .filter((from, i) => all.findIndex((other) => isSame(other, from)) === i)
      .sort((a, b) => compare(decimal(a), decimal(b)))
    const amountAt = (bands: typeof before.bands, from: string) =>
      bands.find((band) => isSame(band.from, from))?.amount ?? null
    return {
      ...NOTHING,
      bands: bounds
        .map((from) => ({ from, before: amountAt(before.bands, from), after: amountAt(after.bands, from) }))
        .filter(isChange),
    }
  }
  if (before.kind === 'scoringScheme' && after.kind === 'scoringScheme') {
    return {
      ...NOTHING,
      method: before.method === after.method ? null : { before: before.method, after: after.method },
      weights: indicatorCodes
        .map((code) => ({ indicator: code, before: before.weights[code], after: after.weights[code] }))
        .filter(isChange),
      grades: GRADES.map((grade) => ({
        grade,
        before: (before.grades ?? usualGrades)[grade],
        after: (after.grades ?? usualGrades)[grade],
      })).filter(isChange),
    }
  }
  return NOTHING
}

const isSame = (a: string, b: string): boolean => compare(decimal(a), decimal(b)) === 0

const isChange = ({ before, after }: Change<string>): boolean =>
  before === null || after === null || !isSame(before, after)
