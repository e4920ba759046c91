import { describe, expect, it } from 'vitest'
import { publishedNational, publishedYears, type PublishedFigure } from '@/lib/notice'
import { agreesWithPublished, judge, publishedFacts, publishedGrowth } from '@/lib/rules'
import { figures, threeYears } from './figures'

const row = (series: PublishedFigure['series'], period: string) =>
  publishedNational.find((each) => each.series === series && each.period === period) as PublishedFigure

const comparable = [
  ['pledge_amount', '2020', '2019'],
  ['pledge_amount', '2021', '2020'],
  ['pledge_amount', '2022', '2021'],
  ['pledge_amount', '2023', '2022'],
  ['pledge_amount', '2022H1', '2021H1'],
  ['pledge_amount', '2023H1', '2022H1'],
  ['pledge_amount', '2024H1', '2023H1'],
  ['pledge_projects', '2021', '2020'],
  ['patent_intensive_value_added', '2020', '2019'],
  ['patent_intensive_value_added', '2021', '2020'],
  ['patent_intensive_value_added', '2022', '2021'],
] as const

describe('growth computed from the published national figures', () => {
  it.each(comparable)('%s %s against %s agrees with the percentage printed', (series, now, before) => {
    const growth = publishedGrowth(row(series, now), row(series, before))
    expect(growth.ok).toBe(true)
    if (growth.ok) expect(agreesWithPublished(growth.value, row(series, now)), growth.value).toBe(true)
  })

  it('of half a year, 1626.5 after 1074, is 51.44 %, which 51.5 % as printed allows and 51.6 % would not', () => {
    const now = row('pledge_amount', '2022H1')
    const growth = publishedGrowth(now, row('pledge_amount', '2021H1'))
    expect(growth).toEqual({ ok: true, value: '27625/537' })
    if (!growth.ok) return
    expect(agreesWithPublished(growth.value, now)).toBe(true)
    expect(agreesWithPublished(growth.value, { ...now, growth: '51.6' })).toBe(false)
    expect(agreesWithPublished(growth.value, { ...now, growth: '51.3' })).toBe(false)
    expect(agreesWithPublished(growth.value, { ...now, growth: null })).toBe(false)
  })

  it('of 20 % may be printed as 20.1 % or 19.9 %, no further; as a rounded rate up to 21 %', () => {
    const printed = (growth: string, precision: PublishedFigure['precision'] = 'exact') => ({
      ...row('pledge_amount', '2022H1'),
      growth,
      precision,
    })
    for (const growth of ['20.1', '19.9'])
      expect(agreesWithPublished('20', printed(growth)), growth).toBe(true)
    expect(agreesWithPublished('19.999999', printed('20.1'))).toBe(false)
    expect(agreesWithPublished('20.000001', printed('19.9'))).toBe(false)
    expect(agreesWithPublished('20', printed('21.0', 'rounded'))).toBe(true)
    expect(agreesWithPublished('19.999999', printed('21.0', 'rounded'))).toBe(false)
  })

  it('covers every pair of neighbouring figures in one unit and span whose growth was published', () => {
    const pairs = publishedNational.flatMap((now) =>
      publishedNational
        .filter((before) => publishedGrowth(now, before).ok)
        .map((before) => [now.series, now.period, before.period]),
    )
    expect(pairs.sort()).toEqual(comparable.map((pair) => [...pair]).sort())
  })
})

describe('comparisons that are refused', () => {
  const refusal = (now: PublishedFigure, before: PublishedFigure) => {
    const growth = publishedGrowth(now, before)
    return growth.ok ? null : growth.error.code
  }

  it('2023 against 2022 of value added: the share 12.71 % was restated to 12.60 %, so 153176 is no longer the base', () => {
    expect(
      refusal(row('patent_intensive_value_added', '2023'), row('patent_intensive_value_added', '2022')),
    ).toBe('restatedBase')
  })

  it('16000 笔 of 2023H1 against 6195 项 of 2021H1: two units', () => {
    expect(refusal(row('pledge_projects', '2023H1'), row('pledge_projects', '2021H1'))).toBe('differentUnit')
  })

  it('4868.8 of the year 2022 against 1074 of half the year before: two spans', () => {
    expect(refusal(row('pledge_amount', '2022'), row('pledge_amount', '2021H1'))).toBe('differentSpan')
    expect(refusal(row('pledge_amount', '2024Q1-Q3'), row('pledge_amount', '2023H1'))).toBe('differentSpan')
  })

  it('2022 against 2020: two years apart', () => {
    expect(refusal(row('pledge_amount', '2022'), row('pledge_amount', '2020'))).toBe('notConsecutive')
  })

  it('an amount against a number of projects, and an average without a figure', () => {
    expect(refusal(row('pledge_amount', '2021'), row('pledge_projects', '2020'))).toBe('differentSeries')
    const average = row('pledge_amount', '2016-2020 average')
    expect(refusal({ ...average, year: 2021 }, average)).toBe('noFigure')
  })

  it('growth on zero', () => {
    const now = row('pledge_amount', '2021')
    expect(refusal(now, { ...row('pledge_amount', '2020'), value: '0' })).toBe('zeroBase')
  })

  it('say which two things do not go together', () => {
    const now = row('pledge_amount', '2021')
    const before = row('pledge_amount', '2020')
    const seen = (a: Partial<PublishedFigure>, b: Partial<PublishedFigure> = {}) => {
      const growth = publishedGrowth({ ...now, ...a }, { ...before, ...b })
      return growth.ok ? null : [growth.error.code, growth.error.current, growth.error.previous]
    }
    expect(seen({})).toBeNull()
    expect(seen({ series: 'pledge_projects' })).toEqual([
      'differentSeries',
      'pledge_projects',
      'pledge_amount',
    ])
    expect(seen({ unit: '笔' })).toEqual(['differentUnit', '笔', '亿元'])
    expect(seen({ span: 'firstHalf' })).toEqual(['differentSpan', 'firstHalf', 'year'])
    expect(seen({ year: 2022 })).toEqual(['notConsecutive', '2022', '2020'])
    expect(seen({ value: '5', restatedBase: true }, { value: '4' })).toEqual(['restatedBase', '5', '4'])
    expect(seen({ value: null }, { value: '4' })).toEqual(['noFigure', 'null', '4'])
    expect(seen({ value: '5' }, { value: null })).toEqual(['noFigure', '5', 'null'])
    expect(seen({ value: '5' }, { value: '0' })).toEqual(['zeroBase', '5', '0'])
  })
})

describe('the reference line under the rules of the cities', () => {
  it('pledge financing of the whole country, 1515 → 4868.8亿元, meets 30 % a year over 2019–2022', () => {
    const facts = publishedFacts().pledge_amount ?? {}
    expect(facts['2019']).toEqual({ value: '15150000' })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      actual: '48688000',
      required: '33284550',
    })
  })

  it('the number of projects has no published 2019, so nothing is concluded', () => {
    expect(
      judge('pledge_projects', publishedFacts().pledge_projects ?? {}, threeYears, '2022Q4').verdict,
    ).toMatchObject({
      code: 'figuresMissing',
      missing: ['2019'],
    })
  })

  it('takes every year that was published, amounts in 亿元 and projects in 项', () => {
    expect(publishedFacts()).toEqual({
      pledge_amount: figures({
        2019: 15_150_000,
        2020: 21_800_000,
        2021: 30_980_000,
        2022: 48_688_000,
        2023: 85_399_000,
      }),
      pledge_projects: figures({ 2020: 12_039, 2021: 17_000 }),
    })
    const unitsOf = (series: PublishedFigure['series']) =>
      new Set(publishedYears(series).map(({ unit }) => unit))
    expect([...unitsOf('pledge_amount'), ...unitsOf('pledge_projects')]).toEqual(['亿元', '项'])
  })

  it('lists whole years only, oldest first', () => {
    expect(publishedYears('pledge_amount').map(({ period }) => period)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
    ])
  })
})
