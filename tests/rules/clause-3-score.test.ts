import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorCodes, numericIndicators, type IndicatorCode } from '@/lib/notice'
import {
  checkScheme,
  cheapestLift,
  demonstrationScheme,
  scoreOf,
  simulate,
  type Facts,
  type Marks,
  type ScoringScheme,
  type Verdict,
} from '@/lib/rules'
import { compare, decimal, ratio, type Ratio } from '@/lib/values'
import { figures, threeYears } from './figures'

// 三: 剩余资金根据中期绩效评价结果进行分档拨付. No public text gives weights (R13): these are of the tests alone.
const weights = Object.fromEntries(indicatorCodes.map((code) => [code, '0'])) as Record<IndicatorCode, string>
const scheme = (
  given: Partial<Record<IndicatorCode, string>>,
  method: ScoringScheme['method'] = 'proportional',
) => ({
  documentNumber: null,
  method,
  weights: { ...weights, ...given },
})

const verdict = (
  indicator: IndicatorCode,
  code: Verdict['code'],
  actual?: string,
  required?: string,
): Verdict => ({
  code,
  indicator,
  asOf: '2022Q4',
  judgedAt: '2022Q4',
  reason: null,
  actual: actual ?? null,
  required: required ?? null,
  gap: null,
  neededPerQuarter: null,
  missing: null,
  readings: [],
  pace: null,
  against: 'floor',
})

describe('a scoring scheme', () => {
  it('needs nineteen weights that together make exactly 100', () => {
    expect(checkScheme(scheme({ custody_smes: '99.999999' }))).toEqual({
      ok: false,
      error: { code: 'weightsNot100', got: '99.999999' },
    })
    expect(checkScheme(scheme({ custody_smes: '33.4', operation_centres: '66.6' })).ok).toBe(true)
  })

  it('to simulate with gives 6 points to each number and 4.25 to each result of people, by the share reached', () => {
    expect(checkScheme(demonstrationScheme)).toEqual({ ok: true, value: demonstrationScheme })
    const { lines } = scoreOf(demonstrationScheme, [verdict('custody_smes', 'short', '750', '1000')])
    expect(lines.find(({ indicator }) => indicator === 'custody_smes')).toMatchObject({
      weight: '6',
      points: '4.5',
    })
    expect(lines.find(({ indicator }) => indicator === 'regional_brands')?.weight).toBe('4.25')
  })

  it('needs grades that begin lower and lower', () => {
    const of = { ...scheme({ custody_smes: '100' }), grades: { excellent: '80', good: '90', fair: '60' } }
    expect(checkScheme(of)).toEqual({ ok: false, error: { code: 'gradesNotFalling', got: '80, 90, 60' } })
    expect(checkScheme({ ...of, grades: { excellent: '95', good: '90', fair: '60' } }).ok).toBe(true)
  })

  it.each(['-1', 'ten', ''])('refuses the weight "%s"', (got) => {
    expect(checkScheme(scheme({ regional_brands: got }))).toEqual({
      ok: false,
      error: { code: 'weightNotANumber', indicator: 'regional_brands', got },
    })
  })
})

describe('a score', () => {
  const forty60 = scheme({ custody_smes: '40', certified_entities: '60' })

  it('gives 750 of 1000 and 200 of 200 under weights of 40 and 60 the points 30 and 60, together 90: 优', () => {
    const score = scoreOf(forty60, [
      verdict('custody_smes', 'short', '750', '1000'),
      verdict('certified_entities', 'met', '200', '200'),
    ])
    expect(score).toMatchObject({ total: '90', grade: 'excellent', open: [], atLeast: '90', atMost: '90' })
    expect(score.lines.find(({ indicator }) => indicator === 'custody_smes')).toEqual({
      indicator: 'custody_smes',
      weight: '40',
      share: '0.75',
      points: '30',
    })
  })

  it('gives 749 of 1000 a millionth less than 优: 89.96 is 良', () => {
    const score = scoreOf(forty60, [
      verdict('custody_smes', 'short', '749', '1000'),
      verdict('certified_entities', 'met', '200', '200'),
    ])
    expect(score).toMatchObject({ total: '89.96', grade: 'good' })
  })

  it('gives nothing for 999 of 1000 where results count only whole', () => {
    const score = scoreOf({ ...forty60, method: 'allOrNothing' }, [
      verdict('custody_smes', 'short', '999', '1000'),
      verdict('certified_entities', 'met', '200', '200'),
    ])
    expect(score.total).toBe('60')
  })

  it('never gives more than the weight, however far a requirement is exceeded', () => {
    const score = scoreOf(forty60, [
      verdict('custody_smes', 'onPace', '5000', '1000'),
      verdict('certified_entities', 'met', '900', '200'),
    ])
    expect(score.total).toBe('100')
  })

  it.each(['figuresMissing', 'notComputable', 'notYetDue'] as const)(
    'leaves a result that is %s open: no total, between 60 and 100',
    (code) => {
      const score = scoreOf(forty60, [
        verdict('custody_smes', code),
        verdict('certified_entities', 'met', '200', '200'),
      ])
      expect(score).toMatchObject({
        total: null,
        grade: null,
        open: ['custody_smes'],
        atLeast: '60',
        atMost: '100',
      })
    },
  )

  it('leaves a result open of which only the figure is known, or only what is asked', () => {
    for (const half of [
      verdict('custody_smes', 'onPace', '750'),
      verdict('custody_smes', 'onPace', undefined, '1000'),
    ]) {
      expect(scoreOf(forty60, [half]).open).toEqual(['certified_entities', 'custody_smes'])
    }
  })

  it('leaves what only a person can judge open until it is marked, and takes the mark as a share', () => {
    const judged = [verdict('regional_brands', 'needsJudgement')]
    const all = scheme({ regional_brands: '100' })
    expect(scoreOf(all, judged)).toMatchObject({ total: null, open: ['regional_brands'] })
    expect(scoreOf(all, judged, { regional_brands: '79.5' })).toMatchObject({ total: '79.5', grade: 'fair' })
    expect(scoreOf(all, judged, { regional_brands: '0' })).toMatchObject({ total: '0', open: [] })
    expect(scoreOf(all, judged, { regional_brands: '100' })).toMatchObject({
      total: '100',
      grade: 'excellent',
    })
    for (const mark of ['100.1', '-0.1']) {
      expect(() => scoreOf(all, judged, { regional_brands: mark })).toThrow(
        `not a mark from 0 to 100: ${mark}`,
      )
    }
  })

  it('is not held up by a result without weight', () => {
    expect(
      scoreOf(scheme({ custody_smes: '100' }), [verdict('custody_smes', 'met', '1000', '1000')]).total,
    ).toBe('100')
  })
})

describe('the cheapest figures that would lift the grade', () => {
  const verdicts = [
    verdict('custody_smes', 'short', '500', '1000'),
    verdict('certified_entities', 'short', '150', '200'),
    verdict('operation_centres', 'met', '3', '3'),
  ]

  it('are the heaviest result first and the last only as far as needed', () => {
    // 10 + 0.5·30 + 0.75·60 = 70; 10 points want to 良: 60 a whole requirement, so a sixth of 200 more, rounded up.
    const some = scheme({ custody_smes: '30', certified_entities: '60', operation_centres: '10' })
    const lift = cheapestLift(some, scoreOf(some, verdicts), verdicts)
    expect(lift).toMatchObject({ grade: 'good', from: '80', wanting: '10' })
    expect(lift?.cheapest).toEqual([
      { indicator: 'certified_entities', from: '150', to: '184', points: '10.2' },
    ])
    expect(lift?.alone.map(({ indicator, to }) => [indicator, to])).toEqual([
      ['custody_smes', '834'],
      ['certified_entities', '184'],
    ])
  })

  it('of results that count only whole are the set with the least left to do', () => {
    const some = scheme(
      { custody_smes: '50', certified_entities: '40', operation_centres: '10' },
      'allOrNothing',
    )
    const lift = cheapestLift(some, scoreOf(some, verdicts), verdicts)
    expect(lift).toMatchObject({ grade: 'fair', wanting: '50' })
    expect(lift?.cheapest).toEqual([{ indicator: 'custody_smes', from: '500', to: '1000', points: '50' }])
  })

  it('of results that count only whole are the later or the several, where those are the least', () => {
    const half = scheme({ custody_smes: '50', certified_entities: '50' }, 'allOrNothing')
    const lift = cheapestLift(half, scoreOf(half, verdicts), verdicts)
    // 0 points; 60 want, which neither brings alone.
    const whole = [
      { indicator: 'custody_smes', from: '500', to: '1000', points: '50' },
      { indicator: 'certified_entities', from: '150', to: '200', points: '50' },
    ]
    expect(lift).toMatchObject({ grade: 'fair', wanting: '60', cheapest: whole, alone: [] })
    // From 50 it is enough to raise one; of the entities a quarter is missing, of the SMEs half.
    const lower = { ...half, grades: { excellent: '90', good: '80', fair: '50' } }
    expect(cheapestLift(lower, scoreOf(lower, verdicts), verdicts)).toMatchObject({
      wanting: '50',
      cheapest: [whole[1]],
      alone: whole,
    })
  })

  it('go on from the heaviest, raised whole, to the next, raised in part', () => {
    const some = {
      ...scheme({ custody_smes: '30', certified_entities: '60', operation_centres: '10' }),
      grades: { excellent: '95', good: '90', fair: '60' },
    }
    // 70 points; 20 want: 15 from the last quarter of 60, and 5 of 30, a sixth of 1000.
    const lift = cheapestLift(some, scoreOf(some, verdicts), verdicts)
    expect(lift).toMatchObject({ grade: 'good', from: '90', wanting: '20', alone: [] })
    expect(lift?.cheapest).toEqual([
      { indicator: 'certified_entities', from: '150', to: '200', points: '15' },
      { indicator: 'custody_smes', from: '500', to: '667', points: '5.01' },
    ])
  })

  it('begin, among equally heavy results, with the one that has most to gain', () => {
    const some = scheme({ custody_smes: '40', certified_entities: '40', operation_centres: '20' })
    for (const order of [verdicts, verdicts.toReversed()]) {
      expect(cheapestLift(some, scoreOf(some, order), order)?.cheapest).toEqual([
        { indicator: 'custody_smes', from: '500', to: '750', points: '10' },
      ])
    }
  })

  it('of 80 points exactly, which are 良, are asked to be 90', () => {
    const some = scheme({ custody_smes: '100' })
    const eighty = [verdict('custody_smes', 'short', '800', '1000')]
    expect(cheapestLift(some, scoreOf(some, eighty), eighty)).toMatchObject({
      grade: 'excellent',
      wanting: '10',
      cheapest: [{ to: '900' }],
    })
  })

  it('are rounded up to what can be reported: amounts to the yuan, everything else to one', () => {
    const raiseOf = (code: IndicatorCode, actual: string, required: string) => {
      const some = scheme({ [code]: '100' })
      const one = [verdict(code, 'behindPace', actual, required)]
      return cheapestLift(some, scoreOf(some, one), one)?.cheapest?.[0]
    }
    // 60 % of 219.70001 is 131.820006.
    expect(raiseOf('pledge_amount', '100', '219.70001')?.to).toBe('131.8201')
    expect(raiseOf('pledge_projects', '100', '219.70001')?.to).toBe('132')
    // 90 % of 2.25 is 2.025; the third centre goes beyond what is required, and counts up to there.
    expect(raiseOf('operation_centres', '2', '2.25')).toMatchObject({ to: '3', points: '100/9' })
  })

  it('pass over results of which only half is known', () => {
    const some = scheme({ custody_smes: '50', certified_entities: '50' })
    const half = [
      verdict('custody_smes', 'behindPace', '500'),
      verdict('certified_entities', 'behindPace', undefined, '200'),
    ]
    expect(cheapestLift(some, scoreOf(some, verdicts), half)).toMatchObject({ cheapest: null, alone: [] })
  })

  it('are none in the highest grade, and none while a result is open', () => {
    const some = scheme({ operation_centres: '100' })
    expect(cheapestLift(some, scoreOf(some, verdicts), verdicts)).toBeNull()
    const open = scheme({ custody_smes: '50', regional_brands: '50' })
    expect(cheapestLift(open, scoreOf(open, verdicts), verdicts)).toBeNull()
  })

  it('do not exist where the numbers alone cannot lift it', () => {
    const some = scheme({ custody_smes: '10', regional_brands: '90' })
    const all = [...verdicts, verdict('regional_brands', 'needsJudgement')]
    const lift = cheapestLift(some, scoreOf(some, all, { regional_brands: '10' }), all)
    expect(lift).toMatchObject({ cheapest: null, alone: [] })
  })

  const codes = numericIndicators.map(({ code }) => code)
  const aCase = fc.record({
    method: fc.constantFrom('proportional' as const, 'allOrNothing' as const),
    parts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: codes.length, maxLength: codes.length }),
    reached: fc.array(fc.integer({ min: 0, max: 1200 }), {
      minLength: codes.length,
      maxLength: codes.length,
    }),
  })

  it('do lift it when they are entered, and leave no cheaper single figure beside them', () => {
    fc.assert(
      fc.property(aCase, ({ method, parts, reached }) => {
        const used = parts.reduce((all, part) => all + part, 0)
        fc.pre(used > 0 && used <= 100)
        const some = scheme(
          {
            ...Object.fromEntries(codes.map((code, i) => [code, String(parts[i])])),
            regional_brands: String(100 - used),
          },
          method,
        )
        const before = [
          ...codes.map((code, i) => verdict(code, 'behindPace', String(reached[i]), '1000')),
          verdict('regional_brands', 'needsJudgement'),
        ]
        const marks: Marks = { regional_brands: '60' }
        const lift = cheapestLift(some, scoreOf(some, before, marks), before)
        if (!lift?.cheapest) return
        const raised = new Map(lift.cheapest.map(({ indicator, to }) => [indicator, to]))
        const after = before.map((one) => ({ ...one, actual: raised.get(one.indicator) ?? one.actual }))
        const total = decimal(scoreOf(some, after, marks).total ?? '0')
        expect(compare(total, ratio(BigInt(lift.from)))).not.toBe(-1)
        const effort = (raises: readonly { from: string; to: string }[]): number =>
          raises.reduce((all, { from, to }) => all + Number(to) - Number(from), 0)
        // Rounding each figure up to a whole one may cost one unit a result.
        for (const single of lift.alone) {
          expect(effort(lift.cheapest)).toBeLessThanOrEqual(effort([single]) + lift.cheapest.length)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('a simulation', () => {
  const facts: Facts = {
    custody_smes: figures({ '2022Q4': 900 }),
    operation_centres: figures({ '2022Q4': 3 }),
  }
  const supposition = {
    figures: [],
    marks: {},
    scheme: scheme({ custody_smes: '60', operation_centres: '40' }),
    bands: null,
  }

  it('says the grade as it is and as it would be, with the bands unspecified until a document gives them', () => {
    const result = simulate(facts, threeYears, '2022Q4', {
      ...supposition,
      figures: [{ indicator: 'custody_smes', period: '2022Q4', value: '1000' }],
    })
    expect(result).toMatchObject({
      simulated: true,
      asIs: { score: { total: '94' }, instalments: { second: { code: 'bandsUnspecified', upTo: '5000' } } },
      supposed: { score: { total: '100', grade: 'excellent' } },
      changed: [{ indicator: 'custody_smes', from: 'short', to: 'met' }],
      lift: null,
    })
  })

  it('of bands gives yuan: 94 points under 5000万元 from 90', () => {
    const bands = {
      documentNumber: '模拟',
      bands: [
        { from: '0', amount: '0' },
        { from: '90', amount: '5000' },
      ],
    }
    const result = simulate(facts, threeYears, '2022Q4', { ...supposition, bands })
    expect(result.asIs.instalments.second).toMatchObject({ code: 'banded', amount: '5000', from: '90' })
  })

  it('with nothing supposed is one outcome, each of its nineteen verdicts with its own explanation', () => {
    const { asIs, supposed, changed } = simulate(facts, threeYears, '2022Q4', supposition)
    expect(supposed).toBe(asIs)
    expect(changed).toEqual([])
    expect(asIs.explanations.map(({ indicator, verdict }) => [indicator, verdict])).toEqual(
      asIs.verdicts.map(({ indicator, code }) => [indicator, code]),
    )
  })

  it('leaves the other figures of a result as they are: quarters of 50, 50, 59.7 and 60 end on 219.7', () => {
    const pledged = { pledge_amount: figures({ '2019': 100, '2022Q1': 50, '2022Q2': 50, '2022Q3': 50 }) }
    const suppose = (third: string) =>
      simulate(pledged, threeYears, '2022Q4', {
        ...supposition,
        figures: [
          { indicator: 'pledge_amount', period: '2022Q3', value: third },
          { indicator: 'pledge_amount', period: '2022Q4', value: '60' },
        ],
      })
    expect(suppose('59.7').changed).toEqual([
      { indicator: 'pledge_amount', from: 'figuresMissing', to: 'met' },
    ])
    expect(suppose('59.6').changed).toEqual([
      { indicator: 'pledge_amount', from: 'figuresMissing', to: 'short' },
    ])
  })

  it('counts a result whose base is not comparable as open, whatever its figures', () => {
    const growth = { ...supposition, incomparable: { pledge_amount: 'restatedBase' } } as const
    const { asIs } = simulate(facts, threeYears, '2022Q4', growth)
    const pledged = asIs.verdicts.find(({ indicator }) => indicator === 'pledge_amount')
    expect(pledged).toMatchObject({ code: 'notComputable', reason: 'restatedBase' })
  })

  it('leaves the facts it was given as they were', () => {
    const before = JSON.stringify(facts)
    simulate(facts, threeYears, '2022Q4', {
      ...supposition,
      figures: [{ indicator: 'custody_smes', period: '2022Q4', value: null }],
    })
    expect(JSON.stringify(facts)).toBe(before)
  })
})

describe('a score never falls when a figure rises', () => {
  it.each(['proportional', 'allOrNothing'] as const)('%s', (method) => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (less, more) => {
        const all = scheme({ custody_smes: '100' }, method)
        const total = (actual: number): Ratio =>
          decimal(scoreOf(all, [verdict('custody_smes', 'behindPace', String(actual), '1000')]).total ?? '-1')
        expect(compare(total(Math.min(less, more)), total(Math.max(less, more)))).not.toBe(1)
      }),
    )
  })
})
