import type { Alternative } from '@/lib/rules'
import { countAgain } from './count-again'
import { Fraction } from './fraction'
import { growthAgain, yearOf } from './growth-again'
import { judgedAt, type Answer, type Question } from './result-again'
import type { Sheet } from './sheet'

type Variant = readonly [
  Alternative['code'],
  Alternative['reading'],
  Partial<Question['configuration']>,
  mustExceed?: true,
]

/**
 * What the same figures say under the other arguable readings (R1 to R4); those that decide nothing are left out. Readings
 * that count something else than what is reported (R6, R7, and R9 where not every validity is known) are named last, with
 * what would be needed.
 */
export function alternativesAgain(
  question: Question,
  sheet: Sheet,
  verdict: Answer['verdict'],
): Alternative[] {
  const again = question.subject.kind === 'growth' ? growthAgain : countAgain
  const others = variants(question).flatMap(([code, reading, change, mustExceed = false]): Alternative[] => {
    const configuration = { ...question.configuration, ...change }
    const answer = again({ ...question, configuration, mustExceed }, sheet.beside(), false)
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
        configuration,
        needs: null,
      },
    ]
  })
  const mean = question.subject.kind === 'growth' ? meanOfRates(question, sheet.beside(), verdict) : []
  return [...mean, ...others, ...uncountable(question, verdict)]
}

/** Which results could also be read as another count, and what that count would need. */
const OTHER_COUNT: Readonly<Record<string, Pick<Alternative, 'code' | 'reading' | 'needs'> | undefined>> = {
  transfers_licenses: { code: 'rightsNotRecordals', reading: 'R6', needs: 'rightsCounted' },
  pledge_amount: { code: 'balances', reading: 'R7', needs: 'balancesReported' },
  pledge_projects: { code: 'balances', reading: 'R7', needs: 'balancesReported' },
  certified_entities: { code: 'validAtDate', reading: 'R9', needs: 'validityReported' },
}

function uncountable(question: Question, verdict: Answer['verdict']): Alternative[] {
  const { subject, configuration } = question
  const other = OTHER_COUNT[subject.code]
  const held = subject.code === 'certified_entities' ? validAgain(question) : undefined
  if (other && held) {
    return [
      { ...other, ...held, differs: held.verdict !== verdict, measure: 'unit', configuration, needs: null },
    ]
  }
  const unknown = {
    verdict: 'figuresMissing',
    differs: false,
    actual: null,
    required: null,
    gap: null,
  } as const
  return other ? [{ ...other, ...unknown, measure: 'unit', configuration }] : []
}

/** What the certificates that hold at the end of the quarter come to: all that are asked, or the share of the time gone by. */
function validAgain({ configuration, asOf, threshold, valid }: Question) {
  const { k, quarter, last } = judgedAt(configuration, asOf)
  const held = valid.get(`${configuration.baseYear + k}Q${quarter}`)
  const actual = held === undefined || k < 1 ? undefined : Fraction.read(held)
  if (!actual) return undefined
  const isAll = actual.reaches(threshold.value)
  const gone = Fraction.of((k - 1) * 4 + quarter, configuration.intervals * 4)
  const required = isAll ? threshold.value : threshold.value.times(gone)
  const ahead = actual.reaches(required) ? 'onPace' : 'behindPace'
  return {
    verdict: isAll ? 'met' : last ? 'short' : ahead,
    actual: actual.toString(),
    required: required.toString(),
    gap: actual.minus(required).toString(),
  } as const
}

function variants({ subject, configuration, asOf }: Question): Variant[] {
  const { baseYear, intervals, path, share } = configuration
  const base: Variant =
    baseYear === 2020
      ? ['baseYearBefore', 'R3', { baseYear: 2019 }]
      : ['baseYearAfter', 'R3', { baseYear: baseYear + 1 }]
  const span: Variant =
    intervals > 3
      ? ['shorterSpan', 'R3', { intervals: intervals - 1 }]
      : ['longerSpan', 'R3', { intervals: intervals + 1 }]
  const { k, quarter } = judgedAt(configuration, asOf)
  if (k < 1) return [base, span]
  // 建设1家: the platform is the one number without 以上.
  const strict: Variant[] = subject.code === 'regional_platform' ? [] : [['strictlyAbove', 'R1', {}, true]]
  if (subject.kind === 'count') return [...strict, base, span]
  const other: Variant =
    path === 'linear'
      ? ['compoundPath', 'R4', { path: 'compound' }]
      : ['linearPath', 'R4', { path: 'linear' }]
  const divided: Variant =
    share === 'equalQuarters'
      ? ['ownProfile', 'R4', { share: 'ownProfile' }]
      : ['equalQuarters', 'R4', { share: 'equalQuarters' }]
  return [...strict, base, span, ...(k < intervals ? [other] : []), ...(quarter < 4 ? [divided] : [])]
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
      configuration,
      needs: null,
    },
  ]
}
