import { describe, expect, it } from 'vitest'
import { verifyExplanations } from '@/lib/commands/verify/explanations'
import { indicator, isNumeric, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  judge,
  ruleVersion,
  verdictOnly,
  type Explanation,
  type IndicatorFacts,
  type Step,
} from '@/lib/rules'
import { compareQuarters, quarterOf, quartersBetween, yearOf } from '@/lib/values'
import { figures, threeYears } from './figures'
import { randomCount, randomFrom, randomGrowth } from './random-case'

/** Floating-point arithmetic of the steps, on purpose another one than the rules use; exact enough to catch a wrong formula. */
const operations: Record<Step['operation'], (...operands: number[]) => number> = {
  take: (a) => a,
  sum: (...all) => all.reduce((total, each) => total + each, 0),
  difference: (a, b) => a - b,
  product: (a, b) => a * b,
  quotient: (a, b) => a / b,
  power: (a, b) => a ** b,
  percentFactor: (a) => 1 + a / 100,
  linearFactor: (a, b, c) => 1 + ((a ** b - 1) * c) / b,
  atLeast: (a, b) => Number(a >= b),
  shortfall: (a, b) => Math.max(a - b, 0),
  wholeQuarters: (a, b) => Math.ceil(a / b),
  latestStart: (a, b) => a + 1 - b,
  proportion: (a, b, c) => (a * b) / c,
  grown: (a, b, c) => a * b ** c,
  continued: (a, b, c) => a + b * c,
}

const numberOf = (exact: string): number => {
  if (exact === 'true') return 1
  if (exact === 'false') return 0
  const [top = '', bottom = '1'] = exact.split('/')
  return Number(top) / Number(bottom)
}

/** Follows every step from the inputs and parameters of the same JSON; nothing from outside. */
function followSteps(explanation: Explanation, near: (a: number, b: number) => boolean): void {
  const results = new Map<string, string>()
  for (const step of explanation.steps) {
    for (const operand of step.operands) {
      const origin =
        operand.of === 'input'
          ? explanation.inputs.find(({ period }) => period === operand.period)?.value
          : operand.of === 'parameter'
            ? explanation.parameters.find(({ code }) => code === operand.code)?.value
            : operand.of === 'step'
              ? results.get(operand.code)
              : operand.value
      expect(numberOf(operand.value), `${step.code} takes a value that is given`).toBe(
        numberOf(origin ?? 'nothing'),
      )
    }
    const result = operations[step.operation](...step.operands.map(({ value }) => numberOf(value)))
    expect(near(result, numberOf(step.result)), `${step.code}: ${result} and ${step.result}`).toBe(true)
    results.set(step.code, step.result)
  }
}

/** Judges again from the explanation alone, as a third party would who has nothing but this JSON. */
function judgeAgain(explanation: Explanation) {
  const facts: IndicatorFacts = Object.fromEntries(
    explanation.inputs.map(({ period, value, version, acceptedAt }) => [
      period,
      { value, ...(version === null ? {} : { version }), ...(acceptedAt === null ? {} : { acceptedAt }) },
    ]),
  )
  const target = explanation.parameters.find(({ code }) => code === 'target')
  const options = target
    ? { target: target.value, ...(target.since ? { targetSince: target.since } : {}) }
    : {}
  return judge(explanation.indicator, facts, explanation.configuration, explanation.asOf, options)
}

const roughly = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

const demonstration: readonly (readonly [
  string,
  IndicatorCode,
  IndicatorFacts,
  `${number}Q${1 | 2 | 3 | 4}`,
])[] = [
  ['a city on the floor', 'transfers_licenses', figures({ 2019: 1000, 2022: 1728 }), '2022Q4'],
  ['a city one short', 'transfers_licenses', figures({ 2019: 1000, 2022: 1727 }), '2022Q4'],
  [
    'a city in its third quarter',
    'pledge_amount',
    figures({
      '2019Q1': 10,
      '2019Q2': 20,
      '2019Q3': '33.3',
      '2019Q4': 40,
      '2022Q1': 30,
      '2022Q2': 41,
      '2022Q3': 52,
    }),
    '2022Q3',
  ],
  [
    'a city with disagreeing years',
    'pledge_amount',
    figures({ 2019: 5, '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 1 }),
    '2022Q3',
  ],
  ['a silent city', 'pledge_amount', figures({}), '2022Q3'],
  ['a count under way', 'custody_smes', figures({ '2020Q1': 100, '2020Q2': 260, '2022Q3': 900 }), '2022Q3'],
  ['a count reached', 'operation_centres', figures({ '2020Q1': 1, '2021Q2': 3 }), '2022Q3'],
  ['a count that fell', 'operation_centres', figures({ '2020Q1': 2, '2021Q2': 1 }), '2022Q3'],
]

describe('an explanation recomputes from its own JSON alone', () => {
  it.each(demonstration)('%s', (_, code, facts, asOf) => {
    const judged = judge(code, facts, threeYears, asOf)
    const read = JSON.parse(JSON.stringify(judged.explanation)) as Explanation
    expect(read).toEqual(judged.explanation)
    followSteps(read, roughly)
    expect(judgeAgain(read)).toEqual(judged)
  })

  it('a city judged against its own target', () => {
    const options = { target: '35.5', targetSince: '2020-09-28' }
    const judged = judge('pledge_amount', figures({ 2019: 100, 2022: 240 }), threeYears, '2022Q4', options)
    expect(judged.verdict).toMatchObject({ code: 'short', against: 'target', required: '248.7813875' })
    expect(judged.verdict.readings).toContain('R10')
    expect(judged.explanation.parameters).toEqual([
      { code: 'target', value: '35.5', unit: 'percentAYear', since: '2020-09-28' },
    ])
    followSteps(judged.explanation, roughly)
    expect(judgeAgain(judged.explanation)).toEqual(judged)
  })

  it('1,100 random cases of every kind', () => {
    const random = randomFrom(7)
    const facts = (drawn: Record<string, string | null>): IndicatorFacts =>
      Object.fromEntries(
        Object.entries(drawn).map(([period, value]) => [
          period,
          { value, version: 2, acceptedAt: '2022-01-01T00:00:00Z' },
        ]),
      )
    for (let i = 0; i < 1100; i++) {
      const subject = numericIndicators[i % 11]
      if (!subject) continue
      const drawn = (subject.kind === 'growth' ? randomGrowth : randomCount)(random, subject.floor)
      const judged = judge(subject.code, facts(drawn.figures), drawn, drawn.asOf)
      expect(judgeAgain(judged.explanation)).toEqual(judged)
    }
  })
})

describe('every step has the name, the operation and the operands that follow from the notice', () => {
  const shapes = [
    { path: 'compound', share: 'ownProfile' },
    { path: 'linear', share: 'equalQuarters' },
  ] as const

  it('in 550 random cases, worked out again by the second implementation of verify', () => {
    const random = randomFrom(11)
    for (let i = 0; i < 550; i++) {
      const subject = numericIndicators[i % 11]
      if (!subject) continue
      const drawn = (subject.kind === 'growth' ? randomGrowth : randomCount)(random, subject.floor)
      const { explanation } = judge(
        subject.code,
        figures(drawn.figures),
        { ...drawn, ...shapes[i % 2] },
        drawn.asOf,
        i % 3 === 0 ? { target: '33.5' } : {},
      )
      expect(faultsOf(explanation)).toEqual([])
    }
  })

  it.each(demonstration)('%s', (_, code, facts, asOf) => {
    expect(faultsOf(judge(code, facts, threeYears, asOf).explanation)).toEqual([])
  })

  it('results that only people judge have no step at all', () => {
    expect(faultsOf(judge('service_cluster', {}, threeYears, '2022Q3').explanation)).toEqual([])
  })

  function faultsOf(explanation: Explanation) {
    const file = {
      schema: 'chengji.explanations/1',
      city: '910100',
      asOf: explanation.asOf,
      explanations: [explanation],
    }
    const { faults, explanations } = verifyExplanations(file, null)
    return [...faults, ...(explanations[0]?.faults ?? ['not verified'])]
  }
})

/** How the year was made whole, told from the steps alone. */
function basisOf(growth: boolean, projection: Step, projectedYear: Step | undefined) {
  if (!growth && projection.operation === 'quotient') return 'equalQuarters'
  const year = projectedYear ?? projection
  if (year.operation !== 'proportion') return 'fullYear'
  return year.operands[1]?.of === 'number' ? 'equalQuarters' : 'ownProfile'
}

describe('the pace beside a verdict says what the steps of its explanation say', () => {
  it('in 1,100 random cases', () => {
    const random = randomFrom(13)
    const seen = new Set<string>()
    const reasons = new Set<string>()
    for (let i = 0; i < 1100; i++) {
      const subject = numericIndicators[i % 11]
      if (!subject) continue
      const drawn = (subject.kind === 'growth' ? randomGrowth : randomCount)(random, subject.floor)
      const { verdict, explanation } = judge(subject.code, figures(drawn.figures), drawn, drawn.asOf, {
        alternatives: false,
      })
      const step = (code: string) => explanation.steps.find((each) => each.code === code)
      const { pace } = verdict
      expect(pace !== null).toBe(verdict.code === 'onPace' || verdict.code === 'behindPace')
      expect(verdictOnly(subject, figures(drawn.figures), drawn, drawn.asOf)).toEqual({
        ...verdict,
        pace: null,
      })
      if (!pace) continue
      const best = step('bestQuarter')
      const [first] = best?.operands ?? []
      expect(pace.bestQuarter?.quarter).toBe(first?.of === 'input' ? first.period : undefined)
      expect(Number(pace.bestQuarter?.value ?? NaN)).toBe(Number(best?.result ?? NaN))
      const projection = step('projection')
      const growth = subject.kind === 'growth'
      const end = quarterOf(drawn.baseYear + drawn.intervals, 4)
      const isLastYear = yearOf(verdict.judgedAt) === yearOf(end)
      expect(pace.projection).toEqual(
        projection
          ? {
              value: projection.result,
              at: end,
              required: growth
                ? (step('requiredEnd') ?? step('requiredYear'))?.result
                : String(subject.floor),
              basis: basisOf(growth, projection, step('projectedYear')),
              year:
                growth && !isLastYear
                  ? {
                      at: quarterOf(yearOf(verdict.judgedAt), 4),
                      value: (step('projectedYear') ?? step('toDate'))?.result,
                    }
                  : null,
            }
          : null,
      )
      expect(pace.noProjection === null).toBe(projection !== undefined)
      if (pace.noProjection !== null) reasons.add(pace.noProjection)
      const needed = step('quartersAtBest')?.result
      const { reach } = pace
      seen.add(reach.code)
      switch (reach.code) {
        case 'reached':
          expect(step('stillToCome')?.result).toBe('0')
          break
        case 'noQuarterKnown':
          expect(best).toBeUndefined()
          break
        case 'notAtBestPace':
          expect(reach.quartersNeeded === null ? undefined : String(reach.quartersNeeded)).toBe(needed)
          break
        case 'reachable': {
          expect(String(reach.quartersNeeded)).toBe(needed)
          expect(quartersBetween(reach.lastQuarter, end)).toHaveLength(Number(needed))
          expect(quartersBetween(quarterOf(drawn.baseYear + 1, 1), reach.lastQuarter).length.toString()).toBe(
            step('lastQuarter')?.result,
          )
          expect(compareQuarters(reach.lastQuarter, drawn.asOf)).toBeGreaterThan(0)
          break
        }
      }
    }
    expect([...seen].sort()).toEqual(['noQuarterKnown', 'notAtBestPace', 'reachable', 'reached'])
    expect([...reasons]).toEqual(expect.arrayContaining(['seasonEmpty', 'yearBeforeMissing']))
  })
})

describe('an explanation names', () => {
  const accepted = { value: '100', version: 3, acceptedAt: '2021-02-03T04:05:06.000Z' }
  const explained = () =>
    judge('pledge_amount', { 2019: accepted, 2022: { value: '300' } }, threeYears, '2022Q4').explanation

  it('document, clause, rule version, parameter and its date', () => {
    const explanation = explained()
    expect(explanation).toMatchObject({ document: '财办建〔2020〕40号', clause: '二·1', ruleVersion })
    expect(explanation.parameters).toEqual([
      { code: 'floor', value: '30', unit: 'percentAYear', since: '2020-04-30' },
    ])
  })

  it('each figure with its version and the time of its acceptance, null where it has none', () => {
    expect(explained().inputs).toEqual([
      { period: '2019', ...accepted },
      { period: '2022', value: '300', version: null, acceptedAt: null },
    ])
  })

  it('the readings used with the day they were fixed', () => {
    expect(explained().readings).toEqual(['R1', 'R2', 'R3', 'R7'].map((id) => ({ id, dated: '2026-11-24' })))
  })

  it('the configuration in full, defaults included', () => {
    expect(explained().configuration).toEqual({
      baseYear: 2019,
      intervals: 3,
      path: 'compound',
      share: 'ownProfile',
    })
  })

  it('no sentence: codes, numbers and names of the notice only', () => {
    for (const [, code, facts, asOf] of demonstration) {
      const { document, unit, clause, ...rest } = judge(code, facts, threeYears, asOf).explanation
      expect([document, unit, clause]).toHaveLength(3)
      expect(JSON.stringify(rest)).not.toMatch(/[^\x20-\x7e]|[a-z] [a-z]/i)
    }
  })

  it('both totals of a year that contradicts its quarters, 5 and 1 + 1 + 1 + 1 = 4', () => {
    const facts = figures({ 2019: 5, '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 1 })
    const { steps } = judge('pledge_amount', facts, threeYears, '2022Q3').explanation
    expect(steps.map(({ code, result }) => [code, result])).toEqual([
      ['yearStated', '5'],
      ['yearFromQuarters', '4'],
    ])
  })

  it('reasons from outside the figures, such as a restated base, in place of a verdict', () => {
    const facts = figures({ 2019: 100, 2022: 300 })
    for (const reason of ['restatedBase', 'unitChanged', 'differentSpan'] as const) {
      const judged = judge('pledge_amount', facts, threeYears, '2022Q4', { notComputable: reason })
      expect(judged.verdict).toMatchObject({ code: 'notComputable', reason, readings: ['R3', 'R8'] })
      expect(judged.explanation).toMatchObject({ reason, alternatives: [], steps: [] })
    }
    expect(isNumeric(indicator('pledge_amount'))).toBe(true)
  })
})
