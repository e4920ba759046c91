import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import type { Quarter } from '@/lib/values'
import { figures, threeYears } from './figures'

// R4: what is required before the end
const seasonal = { '2019Q1': 10, '2019Q2': 20, '2019Q3': 30, '2019Q4': 40 }

describe('before the end, growth is asked along the compound path', () => {
  it('at the end of 2020, 30 % over 100 is exactly 130: 130 is on pace and 129.999999 behind', () => {
    const at = (value: string) =>
      judge('pledge_amount', figures({ 2019: 100, 2020: value }), threeYears, '2020Q4').verdict
    expect(at('130')).toMatchObject({ code: 'onPace', required: '130', gap: '0', neededPerQuarter: '54.925' })
    expect(at('129.999999')).toMatchObject({ code: 'behindPace', gap: '-0.000001' })
  })

  it('in 2021Q2 a base year with 30 of 100 in its first half asks for 169 · 30/100 = 50.7', () => {
    const at = (second: string) =>
      judge('pledge_amount', figures({ ...seasonal, '2021Q1': 20, '2021Q2': second }), threeYears, '2021Q2')
        .verdict
    expect(at('30.7')).toMatchObject({ code: 'onPace', actual: '50.7', required: '50.7', gap: '0' })
    expect(at('30.6')).toMatchObject({ code: 'behindPace', gap: '-0.1' })
  })

  it('without the quarters of the base year asks for q/4 of the year: 169 · 2/4 = 84.5', () => {
    const facts = figures({ 2019: 100, '2021Q1': 40, '2021Q2': '44.5' })
    expect(judge('pledge_amount', facts, threeYears, '2021Q2').verdict).toMatchObject({
      code: 'onPace',
      required: '84.5',
    })
  })

  it('keeps a share that does not end as a fraction: 1 of 3 in the first quarter', () => {
    const facts = figures({ '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 0, '2020Q1': 1 })
    expect(judge('pledge_amount', facts, threeYears, '2020Q1').verdict).toMatchObject({
      required: '1.3',
      gap: '-0.3',
    })
    const uneven = figures({ '2019Q1': 1, '2019Q2': 1, '2019Q3': 5, '2019Q4': 0, 2020: 1, '2020Q1': '1.3' })
    expect(judge('transfers_licenses', uneven, threeYears, '2020Q1').verdict).toMatchObject({
      required: '1.2',
      gap: '0.1',
    })
  })

  it('needs nothing negative of the quarters left: 300 of 219.7 reached by 2022Q3 leaves 0', () => {
    const facts = figures({ 2019: 100, '2022Q1': 100, '2022Q2': 100, '2022Q3': 100 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q3').verdict).toMatchObject({
      code: 'onPace',
      neededPerQuarter: '0',
      pace: { reach: { code: 'reached' } },
    })
  })

  it('in the last year divides what is left among its quarters: (219.7 − 100) / 2', () => {
    const facts = figures({ 2019: 100, '2022Q1': 50, '2022Q2': 50 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q2').verdict.neededPerQuarter).toBe('59.85')
  })
})

describe('the span (R3)', () => {
  const facts = figures({ 2019: 100, 2020: 100, 2021: 100, 2022: 300, 2023: 1 })

  it('asks for nothing in or before the base year', () => {
    for (const quarter of ['2018Q4', '2019Q1', '2019Q4'] as const) {
      expect(judge('pledge_amount', facts, threeYears, quarter).verdict).toMatchObject({
        code: 'notYetDue',
        actual: null,
        readings: ['R3'],
      })
    }
  })

  it('judges any later quarter as of its last one, 2022Q4', () => {
    for (const quarter of ['2023Q1', '2023Q4', '2030Q2'] as const) {
      expect(judge('pledge_amount', facts, threeYears, quarter).verdict).toMatchObject({
        code: 'met',
        actual: '300',
        asOf: quarter,
        judgedAt: '2022Q4',
      })
    }
  })

  it('with base year 2020 judges 2023, where 1 is short of 219.7', () => {
    const later = { baseYear: 2020, intervals: 3 }
    expect(judge('pledge_amount', facts, later, '2023Q4').verdict).toMatchObject({
      code: 'short',
      required: '219.7',
    })
  })

  it('with one interval is final after one year', () => {
    expect(judge('pledge_amount', facts, { baseYear: 2019, intervals: 1 }, '2020Q4').verdict).toMatchObject({
      code: 'short',
      required: '130',
    })
  })
})

describe('the pace of a growth result', () => {
  const facts = figures({ 2019: 100, '2021Q1': 30, '2021Q2': 70, '2022Q1': 50 })

  it('names the best quarter since the start and the last quarter from which it suffices', () => {
    // 219.7 − 50 = 169.7 are still to come; at 70 a quarter that takes 3, so they must start in 2022Q2.
    const { pace } = judge('pledge_amount', facts, threeYears, '2022Q1').verdict
    expect(pace?.bestQuarter).toEqual({ quarter: '2021Q2', value: '70' })
    expect(pace?.reach).toEqual({ code: 'reachable', lastQuarter: '2022Q2', quartersNeeded: 3 })
    expect(pace?.projection).toEqual({
      at: '2022Q4',
      value: '200',
      required: '219.7',
      basis: 'equalQuarters',
      year: null,
    })
  })

  it('says when even the best quarter repeated does not suffice', () => {
    const slow = figures({ 2019: 100, '2022Q1': 10, '2022Q2': 20 })
    expect(judge('pledge_amount', slow, threeYears, '2022Q2').verdict.pace?.reach).toEqual({
      code: 'notAtBestPace',
      quartersNeeded: 10,
    })
  })

  it('counts only the quarters of the last year: all four from 2021 on, one left in 2022Q3', () => {
    // 219.7 at 80 a quarter takes 3.
    const early = figures({ 2019: 100, '2021Q1': 10, '2021Q2': 10, '2021Q3': 80 })
    expect(judge('pledge_amount', early, threeYears, '2021Q3').verdict.pace?.reach).toEqual({
      code: 'reachable',
      lastQuarter: '2022Q2',
      quartersNeeded: 3,
    })
    const late = figures({ 2019: 100, '2022Q1': 10, '2022Q2': 10, '2022Q3': 80 })
    expect(judge('pledge_amount', late, threeYears, '2022Q3').verdict.pace?.reach).toEqual({
      code: 'notAtBestPace',
      quartersNeeded: 2,
    })
  })

  it('projects with the shares of the base year: 20 in a quarter that had 10 of 100 makes 200', () => {
    const first = figures({ ...seasonal, '2022Q1': 20 })
    expect(judge('pledge_amount', first, threeYears, '2022Q1').verdict.pace?.projection).toMatchObject({
      value: '200',
      basis: 'ownProfile',
    })
  })

  it('has no projection from a quarter in which the base year had nothing', () => {
    const empty = figures({ '2019Q1': 0, '2019Q2': 0, '2019Q3': 0, '2019Q4': 100, '2022Q1': 0 })
    expect(judge('pledge_amount', empty, threeYears, '2022Q1').verdict).toMatchObject({
      code: 'onPace',
      required: '0',
      pace: {
        projection: null,
        noProjection: 'seasonEmpty',
        reach: { code: 'notAtBestPace', quartersNeeded: null },
      },
    })
  })
})

describe('the projection of a growth result to the end of 2022', () => {
  const pace = (values: Parameters<typeof figures>[0], asOf: Quarter, configuration = threeYears) =>
    judge('pledge_amount', figures(values), configuration, asOf).verdict.pace

  it('goes on growing as the year judged has: 100, then 130 at the end of 2020, makes 219.7, exactly the floor', () => {
    expect(pace({ 2019: 100, 2020: 130 }, '2020Q4')).toMatchObject({
      projection: {
        at: '2022Q4',
        value: '219.7',
        required: '219.7',
        basis: 'fullYear',
        year: { at: '2020Q4', value: '130' },
      },
      noProjection: null,
    })
  })

  it('makes the year whole first: 15 by 2021Q1 with 10 of 100 is 150, over 120 a factor of 1.25, so 187.5', () => {
    expect(pace({ ...seasonal, 2020: 120, '2021Q1': 15 }, '2021Q1')?.projection).toEqual({
      at: '2022Q4',
      value: '187.5',
      required: '219.7',
      basis: 'ownProfile',
      year: { at: '2021Q4', value: '150' },
    })
  })

  it('keeps the season of the base year even where the requirement is asked in equal quarters', () => {
    const equal = { ...threeYears, share: 'equalQuarters' } as const
    expect(pace({ ...seasonal, '2022Q1': 20 }, '2022Q1', equal)?.projection).toMatchObject({
      value: '200',
      basis: 'ownProfile',
    })
  })

  it.each([
    ['is missing', {}, 'yearBeforeMissing'],
    ['is zero', { 2020: 0 }, 'yearBeforeZero'],
    [
      'contradicts its quarters',
      { 2020: 5, '2020Q1': 1, '2020Q2': 1, '2020Q3': 1, '2020Q4': 1 },
      'yearBeforeDisagrees',
    ],
  ])('is none where the year before %s', (_, before, reason) => {
    expect(pace({ 2019: 100, ...before, 2021: 150 }, '2021Q4')).toMatchObject({
      projection: null,
      noProjection: reason,
    })
  })
})

describe('other configurations of the path', () => {
  it('on a straight path asks 100 · (1 + 1.197/3) = 139.9 of 2020 and the same 219.7 of 2022', () => {
    const linear = { ...threeYears, path: 'linear' } as const
    const facts = figures({ 2019: 100, 2020: 135, 2022: '219.7' })
    expect(judge('pledge_amount', facts, linear, '2020Q4').verdict).toMatchObject({
      code: 'behindPace',
      required: '139.9',
    })
    expect(judge('pledge_amount', facts, linear, '2022Q4').verdict).toMatchObject({
      code: 'met',
      required: '219.7',
    })
  })

  it('with equal quarters asks 130 · 1/4 whatever the season', () => {
    const equal = { ...threeYears, share: 'equalQuarters' } as const
    const facts = figures({ ...seasonal, '2020Q1': 20 })
    expect(judge('pledge_amount', facts, equal, '2020Q1').verdict).toMatchObject({
      code: 'behindPace',
      required: '32.5',
    })
  })

  it('shows beside a verdict what the other arguable readings would say', () => {
    const { explanation } = judge(
      'pledge_amount',
      figures({ ...seasonal, '2020Q1': 20 }),
      threeYears,
      '2020Q1',
    )
    expect(
      explanation.alternatives.map(({ code, verdict, differs, required }) => [
        code,
        verdict,
        differs,
        required,
      ]),
    ).toEqual([
      ['strictlyAbove', 'onPace', false, '13'],
      ['baseYearAfter', 'notYetDue', true, null],
      ['longerSpan', 'onPace', false, '13'],
      ['linearPath', 'onPace', false, '13.99'],
      ['equalQuarters', 'behindPace', true, '32.5'],
      ['balances', 'figuresMissing', false, null],
    ])
  })
})
