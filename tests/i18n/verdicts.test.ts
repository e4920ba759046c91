import { describe, expect, it } from 'vitest'
import {
  formatAttainment,
  formatExact,
  formatFigure,
  formatWithUnit,
  formulaOf,
  verdictSentence,
} from '@/lib/i18n'
import { indicator, type IndicatorCode } from '@/lib/notice'
import { judge, type IndicatorFacts, type Step } from '@/lib/rules'
import { locales, type Locale, type Quarter } from '@/lib/values'
import { figures, threeYears } from '../rules/figures'

const quarterly = figures({
  '2019Q1': 2000,
  '2019Q2': 2500,
  '2019Q3': 2500,
  '2019Q4': 3000,
  '2022Q1': 3968,
  '2022Q2': 4960,
})

describe('a figure at a glance', () => {
  it('has at most two places and says where more were cut', () => {
    expect(formatFigure('8928')).toBe('8,928')
    expect(formatFigure('4943.25')).toBe('4,943.25')
    expect(formatFigure('8789.0625')).toBe('≈8,789.06')
    expect(formatFigure('2500/3', { signed: true })).toBe('≈+833.33')
  })

  it('bears its unit: money in English in millions', () => {
    expect(formatWithUnit('zh-CN', '119082', '万元')).toBe('119,082万元')
    expect(formatWithUnit('en', '119082', '万元')).toBe('1,190.82 million yuan')
    expect(formatWithUnit('en', '8928', '次')).toBe('8,928 recordals')
  })

  it('stands exactly beside its rounding in the arithmetic', () => {
    expect(formatExact('zh-CN', '1/3')).toBe('≈0.333333（1/3）')
    expect(formatExact('en', '1.953125')).toBe('1.953125')
  })
})

describe('how much of what is required is there', () => {
  it.each([
    ['1728', '1728', '100.0%'],
    ['1727.999999', '1728', '99.9%'],
    ['0', '5', '0.0%'],
    ['5', '5/6', '600.0%'],
    ['2', '3', '66.6%'],
  ])('%s of %s is %s: cut, never rounded up', (actual, required, shown) => {
    expect(formatAttainment(actual, required)).toBe(shown)
  })

  it('is not said where nothing is required', () => {
    expect(formatAttainment('5', '0')).toBeNull()
  })
})

const stepsOf = (code: IndicatorCode, facts: IndicatorFacts, asOf: Quarter): readonly Step[] =>
  judge(code, facts, threeYears, asOf).explanation.steps

describe('a line of arithmetic', () => {
  const lines = (locale: Locale) =>
    stepsOf('transfers_licenses', quarterly, '2022Q2').map((step) => {
      const { name, parts, numbers, result } = formulaOf(locale, step, 'growth')
      return [name, parts, numbers, result].join(' | ')
    })

  it('is written as people write it, in words and with numbers', () => {
    expect(lines('zh-CN').slice(0, 9)).toEqual([
      '基年合计 | 2019Q1 + 2019Q2 + 2019Q3 + 2019Q4 | 2,000 + 2,500 + 2,500 + 3,000 | 10,000',
      '本年累计 | 2022Q1 + 2022Q2 | 3,968 + 4,960 | 8,928',
      '每年倍数 | 1 + 通知要求 ÷ 100 | 1 + 20 ÷ 100 | 1.2',
      '到本年的倍数 | 每年倍数³ | 1.2³ | 1.728',
      '本年全年要求 | 基年合计 × 到本年的倍数 | 10,000 × 1.728 | 17,280',
      '基年同期累计 | 2019Q1 + 2019Q2 | 2,000 + 2,500 | 4,500',
      '同期占比 | 基年同期累计 ÷ 基年合计 | 4,500 ÷ 10,000 | 0.45',
      '要求 | 本年全年要求 × 同期占比 | 17,280 × 0.45 | 7,776',
      '差额 | 本年累计 − 要求 | 8,928 − 7,776 | 1,152',
    ])
    expect(lines('en')[3]).toBe('Factor up to this year | Factor a year³ | 1.2³ | 1.728')
  })

  it('of a count says counted, not year to date', () => {
    const [step] = stepsOf('custody_smes', figures({ '2022Q2': 520 }), '2022Q2').filter(
      ({ code }) => code === 'toDate',
    )
    expect(step && formulaOf('zh-CN', step, 'count').name).toBe('累计数')
  })

  it.each(locales)('leaves nothing out in %s', (locale) => {
    const straight = { ...threeYears, path: 'linear' } as const
    const steps = [
      ...judge('pledge_amount', quarterly, straight, '2021Q4').explanation.steps,
      ...judge('pledge_amount', quarterly, straight, '2022Q2').explanation.steps,
      ...stepsOf('custody_smes', figures({ '2020Q1': 10, '2022Q2': 520 }), '2022Q2'),
      ...stepsOf(
        'pledge_amount',
        figures({ 2019: 5, '2019Q1': 1, '2019Q2': 1, '2019Q3': 1, '2019Q4': 1 }),
        '2022Q2',
      ),
    ]
    for (const step of steps) {
      for (const part of Object.values(
        formulaOf(locale, step, indicator('pledge_amount').kind === 'growth' ? 'growth' : 'count'),
      )) {
        expect(part).toMatch(/\S/)
        expect(part).not.toMatch(/undefined|NaN/)
      }
    }
  })
})

describe('one sentence on a verdict', () => {
  const said = (code: IndicatorCode, facts: IndicatorFacts, asOf: Quarter, locale: Locale = 'zh-CN') =>
    verdictSentence(locale, judge(code, facts, threeYears, asOf).verdict)

  it('says how it stands, with its numbers and units', () => {
    expect(said('transfers_licenses', quarterly, '2022Q2')).toBe(
      '截至2022年第二季度，本年累计8,928次，序时要求7,776次，高出1,152次。',
    )
    expect(said('transfers_licenses', figures({ 2019: 1000, 2022: 1727 }), '2022Q4')).toBe(
      '2022年全年1,727次，要求1,728次，还差1次。',
    )
    expect(said('custody_smes', figures({ '2022Q2': 520 }), '2022Q2')).toBe(
      '截至2022年第二季度，累计520家，序时要求≈833.33家，还差≈313.33家。',
    )
    expect(said('operation_centres', figures({ '2022Q2': 3 }), '2022Q2')).toBe(
      '截至2022年第二季度，累计3家，要求3家，恰好达到要求。',
    )
    expect(said('transfers_licenses', quarterly, '2022Q2', 'en')).toBe(
      'Up to 2022 Q2: 8,928 recordals in the year so far; 7,776 recordals required to date; 1,152 recordals above.',
    )
  })

  it('says why there is no verdict', () => {
    expect(said('pledge_amount', figures({}), '2022Q2')).toBe('缺：2019年。')
    expect(said('pledge_amount', figures({ 2019: 0, 2022: 5 }), '2022Q4')).toBe('基年数为零，增幅无法计算。')
    expect(said('service_cluster', figures({}), '2022Q2')).toMatch(/^只能由人评判/)
  })
})
