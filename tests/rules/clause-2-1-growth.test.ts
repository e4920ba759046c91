import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/rules'
import { figures, threeYears } from './figures'

// 二·1: 转让、许可年均增幅20%以上;质押融资金额和项目数年均增幅30%以上;专利技术合同成交额年均增幅40%以上
const floors = [
  { code: 'transfers_licenses', percent: 20, base: '1000', end: '1728', below: '1727', above: '1729' },
  {
    code: 'pledge_amount',
    percent: 30,
    base: '1000',
    end: '2197',
    below: '2196.999999',
    above: '2197.000001',
  },
  { code: 'pledge_projects', percent: 30, base: '1000', end: '2197', below: '2196', above: '2198' },
  {
    code: 'patent_contract_value',
    percent: 40,
    base: '1000',
    end: '2744',
    below: '2743.999999',
    above: '2744.000001',
  },
] as const

describe.each(floors)(
  '$code must grow by $percent % a year on average',
  ({ code, base, end, below, above }) => {
    const after = (last: string) =>
      judge(code, figures({ 2019: base, 2022: last }), threeYears, '2022Q4').verdict

    it(`from ${base} in 2019, ${end} in 2022 is exactly the floor and meets it`, () => {
      expect(after(end)).toMatchObject({ code: 'met', actual: end, required: end, gap: '0' })
    })

    it(`${below} is one unit short`, () => {
      expect(after(below)).toMatchObject({ code: 'short', required: end })
      expect(after(below).gap?.startsWith('-')).toBe(true)
    })

    it(`${above} is one unit more than needed`, () => {
      expect(after(above)).toMatchObject({ code: 'met', required: end })
    })

    it(`if 以上 left the number out (R1), ${end} would be short and ${above} would meet it`, () => {
      const strictly = (last: string) =>
        judge(code, figures({ 2019: base, 2022: last }), threeYears, '2022Q4').explanation.alternatives.find(
          (each) => each.code === 'strictlyAbove',
        )
      expect(strictly(end)).toMatchObject({
        reading: 'R1',
        verdict: 'short',
        differs: true,
        actual: end,
        required: end,
        gap: '0',
      })
      expect(strictly(above)).toMatchObject({ verdict: 'met', differs: false })
      expect(strictly(below)).toMatchObject({ verdict: 'short', differs: false })
    })
  },
)

describe('the geometric reading of 年均增幅 (R2)', () => {
  const city = (last: number) =>
    judge(
      'transfers_licenses',
      figures({ 2019: 1000, 2020: 1150, 2021: 1380, 2022: last }),
      threeYears,
      '2022Q4',
    )

  it('finds 1726 after 1000, 1150 and 1380 short by 2, while the mean of the yearly rates would pass it', () => {
    const { verdict, explanation } = city(1726)
    expect(verdict).toMatchObject({ code: 'short', gap: '-2' })
    expect(explanation.alternatives).toContainEqual({
      code: 'meanOfRates',
      reading: 'R2',
      verdict: 'met',
      differs: true,
      actual: '4145/207',
      required: '20',
      gap: '5/207',
      measure: 'percentAYear',
      configuration: { baseYear: 2019, intervals: 3, path: 'compound', share: 'ownProfile' },
      needs: null,
    })
  })

  it('has the mean of rates reach 20 % at exactly 1725, and not at 1724', () => {
    const mean = (last: number) =>
      city(last).explanation.alternatives.find(({ code }) => code === 'meanOfRates')
    expect(mean(1725)).toMatchObject({ verdict: 'met', actual: '20', gap: '0' })
    expect(mean(1724)).toMatchObject({ verdict: 'short' })
  })

  it('is asked at the end of each year but the first, on the way as at the end', () => {
    const mean = (asOf: '2020Q4' | '2021Q3' | '2021Q4', second: number | null = 250, first = 200) =>
      judge(
        'transfers_licenses',
        figures({ 2019: 1000, 2020: first, 2021: second, '2021Q1': 5, '2021Q2': 5, '2021Q3': 5 }),
        threeYears,
        asOf,
      ).explanation.alternatives.find(({ code }) => code === 'meanOfRates')
    expect(mean('2020Q4')).toBeUndefined()
    expect(mean('2021Q3')).toBeUndefined()
    // −80 % and +25 % are −27.5 % a year on average; −80 % and +120 % are 20 %.
    expect(mean('2021Q4')).toMatchObject({ verdict: 'behindPace', actual: '-27.5', gap: '-47.5' })
    expect(mean('2021Q4', 440)).toMatchObject({ verdict: 'onPace', actual: '20', gap: '0' })
    // No rate over a year without any, nor of one that is not known; one that brought nothing lost 100 %.
    expect(mean('2021Q4', 250, 0)).toBeUndefined()
    expect(mean('2021Q4', null)).toBeUndefined()
    expect(mean('2021Q4', 0)).toMatchObject({ actual: '-90' })
  })

  it('passes both at 1728', () => {
    const { verdict, explanation } = city(1728)
    expect(verdict.code).toBe('met')
    expect(explanation.alternatives.find(({ code }) => code === 'meanOfRates')?.differs).toBe(false)
  })

  it('is not fooled by a base for which the floor is no whole number: 7 needs 12.096, so 12 is short and 13 meets it', () => {
    const last = (value: number) =>
      judge('transfers_licenses', figures({ 2019: 7, 2022: value }), threeYears, '2022Q4').verdict
    expect(last(12)).toMatchObject({ code: 'short', required: '12.096', gap: '-0.096' })
    expect(last(13).code).toBe('met')
  })
})

describe('the year total', () => {
  it('is the sum of four quarters where no yearly figure is given', () => {
    const facts = figures({ '2019Q1': 1, '2019Q2': 2, '2019Q3': 3, '2019Q4': 4, 2022: '21.97' })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'met',
      required: '21.97',
    })
  })

  it('may be given beside its quarters if it agrees with them', () => {
    const facts = figures({ 2019: '10.0', '2019Q1': 1, '2019Q2': 2, '2019Q3': 3, '2019Q4': 4, 2022: 22 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict.code).toBe('met')
  })

  it('of the base that differs from its quarters makes growth not computable', () => {
    const facts = figures({ 2019: 11, '2019Q1': 1, '2019Q2': 2, '2019Q3': 3, '2019Q4': 4, 2022: 22 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict).toMatchObject({
      code: 'notComputable',
      reason: 'yearDisagreesWithQuarters',
      actual: null,
      required: null,
    })
  })

  it('of the judged year that differs from its quarters makes growth not computable at its end, not before', () => {
    const facts = figures({ 2019: 10, 2021: 30, '2021Q1': 5, '2021Q2': 5, '2021Q3': 5, '2021Q4': 5 })
    expect(judge('pledge_amount', facts, threeYears, '2021Q4').verdict.reason).toBe(
      'yearDisagreesWithQuarters',
    )
    expect(judge('pledge_amount', facts, threeYears, '2021Q3').verdict.code).toBe('onPace')
  })
})

describe('a base that is zero or missing (R8)', () => {
  it('of 0 is neither passed nor failed, whatever follows', () => {
    expect(
      judge('pledge_amount', figures({ 2019: 0, 2022: 500 }), threeYears, '2022Q4').verdict,
    ).toMatchObject({
      code: 'notComputable',
      reason: 'zeroBase',
    })
    expect(judge('pledge_amount', figures({ 2019: '0.000000' }), threeYears, '2022Q4').verdict.reason).toBe(
      'zeroBase',
    )
  })

  it('without any figure lists the year', () => {
    expect(judge('pledge_amount', figures({ 2022: 5 }), threeYears, '2022Q4').verdict).toMatchObject({
      code: 'figuresMissing',
      missing: ['2019'],
    })
  })

  it('with some quarters lists those that are missing', () => {
    const facts = figures({ '2019Q1': 1, '2019Q2': null, '2019Q3': 3, 2022: 5 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict.missing).toEqual(['2019Q2', '2019Q4'])
  })
})

describe('figures of the judged year that are missing', () => {
  it('are listed by quarter up to the one judged', () => {
    const facts = figures({ 2019: 10, '2022Q2': 3 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q3').verdict.missing).toEqual(['2022Q1', '2022Q3'])
  })

  it('are the year itself at its end if it has none', () => {
    expect(judge('pledge_amount', figures({ 2019: 10 }), threeYears, '2022Q4').verdict.missing).toEqual([
      '2022',
    ])
  })

  it('are the quarters lacking at its end if it has some', () => {
    const facts = figures({ 2019: 10, '2022Q1': 1, '2022Q4': 1 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q4').verdict.missing).toEqual(['2022Q2', '2022Q3'])
  })

  it('are not replaced by a yearly figure before the year is over', () => {
    const facts = figures({ 2019: 10, 2022: 99 })
    expect(judge('pledge_amount', facts, threeYears, '2022Q2').verdict.missing).toEqual(['2022Q1', '2022Q2'])
  })
})
