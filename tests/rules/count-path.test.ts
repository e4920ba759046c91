import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import type { Quarter } from '@/lib/values'
import { figures, threeYears } from './figures'

// R5: counts on their way, cumulative and distinct since the start
describe('before the end a count is asked in equal steps (R5)', () => {
  const at = (value: number, quarter: '2020Q1' | '2020Q3' | '2022Q3') =>
    judge('custody_smes', figures({ [quarter]: value }), threeYears, quarter).verdict

  it('of 1000 in twelve quarters, 250 by 2020Q3: 250 are on pace and 249 behind', () => {
    expect(at(250, '2020Q3')).toMatchObject({
      code: 'onPace',
      required: '250',
      gap: '0',
      neededPerQuarter: '250/3',
    })
    expect(at(249, '2020Q3')).toMatchObject({ code: 'behindPace', required: '250', gap: '-1' })
  })

  it('in 2020Q1 asks for 250/3, exactly: 83 are behind and 84 on pace', () => {
    expect(at(83, '2020Q1')).toMatchObject({ code: 'behindPace', required: '250/3', gap: '-1/3' })
    expect(at(84, '2020Q1')).toMatchObject({ code: 'onPace', gap: '2/3' })
  })

  it('asks the one quarter left for all that is lacking', () => {
    expect(at(999, '2022Q3')).toMatchObject({ code: 'onPace', neededPerQuarter: '1' })
  })

  it('has nothing due before 2020', () => {
    expect(judge('custody_smes', figures({ '2019Q4': 5000 }), threeYears, '2019Q4').verdict.code).toBe(
      'notYetDue',
    )
  })

  it('does not count what was reported before the span, nor after the quarter judged', () => {
    const outside = figures({ '2019Q4': 5000, '2020Q1': 10, '2020Q3': 2000 })
    expect(judge('custody_smes', outside, threeYears, '2020Q1').verdict).toMatchObject({
      code: 'behindPace',
      actual: '10',
    })
  })
})

describe('a count whose figures do not fit', () => {
  it('lists the quarter judged if its figure is missing, though earlier ones are known', () => {
    expect(judge('custody_smes', figures({ '2020Q1': 10 }), threeYears, '2020Q2').verdict).toMatchObject({
      code: 'figuresMissing',
      missing: ['2020Q2'],
    })
  })

  it('is not computable once it fell, 300 to 299, even if 1000 is reached later', () => {
    const fell = figures({ '2020Q1': 300, '2020Q3': 299, '2022Q4': 1000 })
    expect(judge('custody_smes', fell, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'notComputable',
      reason: 'cumulativeFell',
    })
    expect(judge('custody_smes', fell, threeYears, '2020Q2').verdict.code).toBe('figuresMissing')
  })

  it('may stand still', () => {
    const still = figures({ '2020Q1': 300, '2020Q2': 300 })
    expect(judge('custody_smes', still, threeYears, '2020Q2').verdict.code).toBe('onPace')
  })
})

describe('the latest figure that reaches the floor is shown', () => {
  it('1200 in 2022Q1, though 2022Q4 is missing', () => {
    const facts = figures({ '2021Q1': 1000, '2022Q1': 1200 })
    expect(judge('custody_smes', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      actual: '1200',
      gap: '200',
    })
  })
})

describe('the pace of a count', () => {
  const pace = (values: Parameters<typeof figures>[0], asOf: Quarter) =>
    judge('custody_smes', figures(values), threeYears, asOf).verdict.pace

  it('takes the greatest rise of one quarter, 150, and finds 2022Q1 the last from which four of it suffice', () => {
    const facts = figures({ '2020Q1': 100, '2020Q2': 250, '2021Q1': 300, '2021Q2': 400 })
    const { verdict, explanation } = judge('custody_smes', facts, threeYears, '2021Q2')
    expect(verdict.pace?.bestQuarter).toEqual({ quarter: '2020Q2', value: '150' })
    expect(verdict.pace?.reach).toEqual({ code: 'reachable', lastQuarter: '2022Q1', quartersNeeded: 4 })
    // The 9th of the 12 quarters of the span: 12 + 1 − 4.
    expect(explanation.steps.find(({ code }) => code === 'lastQuarter')).toEqual({
      code: 'lastQuarter',
      operation: 'latestStart',
      operands: [
        { of: 'number', value: '12' },
        { of: 'step', code: 'quartersAtBest', value: '4' },
      ],
      result: '9',
    })
  })

  it('knows no rise where no two neighbouring quarters are known', () => {
    expect(pace({ '2021Q2': 400 }, '2021Q2')).toMatchObject({
      bestQuarter: null,
      reach: { code: 'noQuarterKnown' },
    })
  })

  it('of two quarters that added 50 each names the later', () => {
    expect(pace({ '2020Q1': 50, '2020Q2': 100 }, '2020Q2')?.bestQuarter).toEqual({
      quarter: '2020Q2',
      value: '50',
    })
  })

  it('needs two of its best quarter, 250, with one quarter left: not reachable, and with two left from 2022Q3 on', () => {
    const slow = { '2020Q1': 250, '2022Q2': 600, '2022Q3': 700 }
    expect(pace(slow, '2022Q3')?.reach).toEqual({ code: 'notAtBestPace', quartersNeeded: 2 })
    expect(pace(slow, '2022Q2')?.reach).toEqual({
      code: 'reachable',
      lastQuarter: '2022Q3',
      quartersNeeded: 2,
    })
  })
})

describe('the projection of a count to the end of 2022', () => {
  const projected = (values: Parameters<typeof figures>[0], asOf: Quarter) => {
    const { pace } = judge('custody_smes', figures(values), threeYears, asOf).verdict
    return pace && [pace.projection?.value ?? pace.noProjection, pace.projection?.basis]
  }

  it('divides 400 by the 6 of 12 quarters elapsed where no year is known in full: 800', () => {
    expect(projected({ '2020Q1': 100, '2021Q2': 400 }, '2021Q2')).toEqual(['800', 'equalQuarters'])
  })

  it('takes the season of 2020, 30 of 120 by Q2: 60 more by 2021Q2 make 240 a year, and 120 + 2 · 240 = 600', () => {
    const facts = { '2020Q2': 30, '2020Q4': 120, '2021Q2': 180 }
    expect(projected(facts, '2021Q2')).toEqual(['600', 'ownProfile'])
  })

  it('takes the latest year known in full, 2021 with 50 of 100, before 2020 with 30 of 120', () => {
    const facts = { '2020Q2': 30, '2020Q4': 120, '2021Q2': 170, '2021Q4': 220, '2022Q2': 260 }
    // 40 ÷ (50/100) = 80 in 2022.
    expect(projected(facts, '2022Q2')).toEqual(['300', 'ownProfile'])
    const { steps } = judge('custody_smes', figures(facts), threeYears, '2022Q2').explanation
    expect(
      steps.filter(({ code }) => code.startsWith('season')).map(({ code, result }) => [code, result]),
    ).toEqual([
      ['seasonToQuarter', '50'],
      ['seasonYear', '100'],
    ])
  })

  it('passes over a year whose second quarter is missing', () => {
    const facts = { '2020Q2': 30, '2020Q4': 120, '2021Q4': 220, '2022Q2': 260 }
    // 40 ÷ (30/120) = 160 in 2022.
    expect(projected(facts, '2022Q2')).toEqual(['380', 'ownProfile'])
  })

  it('at the end of a year adds as much for each year to come: 120, then 300, makes 480', () => {
    expect(projected({ '2020Q4': 120 }, '2020Q4')).toEqual(['360', 'fullYear'])
    expect(projected({ '2020Q4': 120, '2021Q4': 300 }, '2021Q4')).toEqual(['480', 'fullYear'])
  })

  it('divides by the quarters elapsed where the end of the year before is missing', () => {
    expect(projected({ '2020Q2': 30, '2020Q4': 120, '2022Q2': 500 }, '2022Q2')).toEqual([
      '600',
      'equalQuarters',
    ])
  })

  it('is none where the year that gives the season had added nothing by then', () => {
    expect(projected({ '2020Q1': 0, '2020Q4': 120, '2021Q1': 130 }, '2021Q1')).toEqual([
      'seasonEmpty',
      undefined,
    ])
  })

  it('asks the floor of the end, 1000 by 2022Q4', () => {
    const { pace } = judge('custody_smes', figures({ '2020Q4': 120 }), threeYears, '2020Q4').verdict
    expect(pace?.projection).toMatchObject({ at: '2022Q4', required: '1000', year: null })
  })
})
