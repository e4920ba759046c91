import type { Alternative } from '@/lib/rules'
import { countAgain } from './count-again'
import { Fraction } from './fraction'
import { growthAgain, yearOf } from './growth-again'
import { judgedAt, type Answer, type Question } from './result-again'
import type { Sheet } from './sheet'

type Variant = readonly [Alternative['code'], Alternative['reading'], Partial<Question['configuration']>]

/** What the same figures say under the other arguable readings (R2, R3, R4); those that decide nothing are left out. */
export function alternativesAgain(
  question: Question,
  sheet: Sheet,
  verdict: Answer['verdict'],
): Alternative[] {
  const again = question.subject.kind === 'growth' ? growthAgain : countAgain
  const others = variants(question).flatMap(([code, reading, change]): Alternative[] => {
    const configuration = { ...question.configuration, ...change }
    const answer = again({ ...question, configuration }, sheet.beside(), false)
    if (answer.verdict === 'figuresMissing' || answer.verdict === 'notComputable') return []
    return [
      {
        code,
        reading,
        verdict: answer.verdict,
        differs: answer.verdict !== verdict,
        actual: answer.actual?.value.toString() ?? null,
        required: answer.required?.value.toString() ?? null,
        gap: answer.gap?.value.toString() ?? null,
        measure: 'unit',
      },
    ]
  })
  const mean = question.subject.kind === 'growth' ? meanOfRates(question, sheet.beside(), verdict) : []
  return [...mean, ...others]
}

function variants({ subject, configuration, asOf }: Question): Variant[] {
  const { baseYear, intervals, path, share } = configuration
  const base: Variant =
    baseYear === 2020
      ? ['baseYearBefore', 'R3', { baseYear: 2019 }]
      : ['baseYearAfter', 'R3', { baseYear: baseYear + 1 }]
  const { k, quarter } = judgedAt(configuration, asOf)
  if (subject.kind === 'count' || k < 1) return [base]
  const other: Variant =
    path === 'linear'
      ? ['compoundPath', 'R4', { path: 'compound' }]
      : ['linearPath', 'R4', { path: 'linear' }]
  const divided: Variant =
    share === 'equalQuarters'
      ? ['ownProfile', 'R4', { share: 'ownProfile' }]
      : ['equalQuarters', 'R4', { share: 'equalQuarters' }]
  return [base, ...(k < intervals ? [other] : []), ...(quarter < 4 ? [divided] : [])]
}

/** The arithmetic mean of the yearly rates, at the end of a year from the second on, where every year is known. */
function meanOfRates(
  { configuration, asOf, threshold }: Question,
  sheet: Sheet,
  verdict: Answer['verdict'],
): Alternative[] {
  const { k, quarter, last } = judgedAt(configuration, asOf)
  if (quarter < 4 || k < 2) return []
  let before = yearOf(sheet, configuration.baseYear, 'baseTotal')
  let rates = Fraction.zero
  for (let i = 1; i <= k; i++) {
    const year = yearOf(sheet, configuration.baseYear + i, 'toDate')
    if ('wrong' in before || 'wrong' in year || before.total.value.isZero) return []
    rates = rates.plus(year.total.value.over(before.total.value).minus(Fraction.one))
    before = year
  }
  const mean = rates.times(Fraction.of(100)).over(Fraction.of(k))
  const holds = mean.reaches(threshold.value)
  const says = last ? (holds ? 'met' : 'short') : holds ? 'onPace' : 'behindPace'
  return [
    {
      code: 'meanOfRates',
      reading: 'R2',
      verdict: says,
      differs: says !== verdict,
      actual: mean.toString(),
      required: threshold.value.toString(),
      gap: mean.minus(threshold.value).toString(),
      measure: 'percentAYear',
    },
  ]
}
