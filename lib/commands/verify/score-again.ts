import type { FrozenInputs, ScoreSheet, Step, Verdict } from '@/lib/rules'
import { Fraction } from './fraction'

const HUNDRED = Fraction.of(100)
/** The uniform bounds (R13), where a scheme says no others. */
const USUAL = { excellent: '90', good: '80', fair: '60' } as const
const COMPUTED: readonly string[] = ['met', 'short', 'onPace', 'behindPace']

/** What the steps of a verdict say of its two numbers; null of a verdict that is none of arithmetic. */
export function numbersOf(
  code: string,
  steps: readonly Step[],
): { actual: string | null; required: string | null } {
  const last = (name: string) => steps.findLast((step) => step.code === name)?.result ?? null
  return COMPUTED.includes(code)
    ? { actual: last('toDate'), required: last('required') }
    : { actual: null, required: null }
}

/** A score sheet worked out a second time, from the frozen scheme, verdicts, marks and overrides, with no code of lib/rules. */
export function scoreAgain(
  { scheme, marks, overrides }: Pick<FrozenInputs, 'scheme' | 'marks' | 'overrides'>,
  verdicts: readonly Pick<Verdict, 'indicator' | 'code' | 'actual' | 'required'>[],
): Pick<ScoreSheet, 'lines' | 'total' | 'grade' | 'basisPoints'> {
  const lines = verdicts.map((verdict) => {
    const { indicator } = verdict
    const weight = read(scheme.weights[indicator])
    const given = shareOf(verdict, marks[indicator], scheme.method)
    const instead = overrides[indicator]
    const share = instead === undefined ? given : read(instead).over(HUNDRED)
    const points = share?.times(weight)
    return {
      indicator,
      weight: scheme.weights[indicator],
      given: given?.toString() ?? null,
      share: share?.toString() ?? null,
      points: points?.toString() ?? null,
      overridden: instead !== undefined,
    }
  })
  // While a result with any weight is open there is no sum.
  const isOpen = lines.some(({ points, weight }) => points === null && !read(weight).isZero)
  const total = isOpen
    ? undefined
    : lines.reduce((sum, { points }) => sum.plus(read(points ?? '0')), Fraction.zero)
  return {
    lines,
    total: total?.toString() ?? null,
    grade: total === undefined ? null : gradeAgain(total, scheme.grades ?? USUAL),
    basisPoints: total === undefined ? null : Number((total.top * 100n) / total.bottom),
  }
}

function shareOf(
  { code, actual, required }: Pick<Verdict, 'code' | 'actual' | 'required'>,
  mark: string | undefined,
  method: FrozenInputs['scheme']['method'],
): Fraction | undefined {
  if (code === 'needsJudgement') return mark === undefined ? undefined : read(mark).over(HUNDRED)
  if (actual === null || required === null) return undefined
  const [has, needs] = [read(actual), read(required)]
  if (has.reaches(needs)) return Fraction.one
  return method === 'proportional' ? has.over(needs) : Fraction.zero
}

function gradeAgain(
  score: Fraction,
  { excellent, good, fair }: typeof USUAL | Required<FrozenInputs['scheme']>['grades'],
) {
  if (score.reaches(read(excellent))) return 'excellent'
  if (score.reaches(read(good))) return 'good'
  return score.reaches(read(fair)) ? 'fair' : 'poor'
}

/** What the schema let through is a number. */
const read = (text: string): Fraction => Fraction.read(text) ?? Fraction.zero
