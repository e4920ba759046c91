import { describe, expect, it } from 'vitest'
import { indicator } from '@/lib/notice'
import { defaultConfiguration } from '@/lib/rules'
import { measureOf, type Measure } from '@/lib/rules/measure'
import type { Quarter } from '@/lib/values'
import { figures } from './figures'

const pledge = figures({
  '2019': 1000,
  '2020Q4': 400,
  '2021Q1': 300,
  '2021Q2': 300,
  '2021Q3': 300,
  '2021Q4': 500,
  '2022Q4': 0,
})
const of = (measure: Measure, quarter: Quarter) =>
  measureOf(measure, indicator('pledge_amount'), pledge, defaultConfiguration, quarter)

describe('what is looked at of a figure', () => {
  it('is the figure, or nothing where none is accepted: a blank is not zero', () => {
    expect([of('value', '2021Q4'), of('value', '2022Q4'), of('value', '2022Q3')]).toEqual(['500', '0', null])
    const blank = figures({ '2021Q4': null })
    expect(measureOf('value', indicator('pledge_amount'), blank, defaultConfiguration, '2021Q4')).toBeNull()
  })

  it('is nothing of a result that only a person can judge, even if a number stood there', () => {
    for (const measure of ['value', 'yearOnYear', 'averageGrowth', 'gap'] as const)
      expect(
        measureOf(measure, indicator('service_cluster'), pledge, defaultConfiguration, '2021Q4'),
        measure,
      ).toBeNull()
  })

  it('is its growth over the same quarter of the year before, never over nothing', () => {
    expect([of('yearOnYear', '2021Q4'), of('yearOnYear', '2022Q4'), of('yearOnYear', '2021Q1')]).toEqual([
      '25.00',
      '-100.00',
      null,
    ])
    // Nothing was accepted for 2021Q4 here, though there was a figure the year before.
    const gone = figures({ '2020Q4': 400 })
    expect(
      measureOf('yearOnYear', indicator('pledge_amount'), gone, defaultConfiguration, '2021Q4'),
    ).toBeNull()
  })

  it('is the average growth of whole years, of growth results, in fourth quarters', () => {
    // 1400 after two years from 1000: the root of 1.4.
    expect([of('averageGrowth', '2021Q4'), of('averageGrowth', '2021Q3')]).toEqual(['18.32', null])
    expect(
      measureOf(
        'averageGrowth',
        indicator('custody_smes'),
        figures({ '2019': 5, '2021': 9 }),
        defaultConfiguration,
        '2021Q4',
      ),
    ).toBeNull()
  })

  it('is no average in the base year itself, and one from the first year after it', () => {
    const average = (values: Parameters<typeof figures>[0], quarter: Quarter) =>
      measureOf('averageGrowth', indicator('pledge_amount'), figures(values), defaultConfiguration, quarter)
    expect(average({ '2018': 900, '2019': 1000 }, '2018Q4')).toBeNull()
    expect(average({ '2019': 1000 }, '2019Q4')).toBeNull()
    expect(average({ '2019': 1000, '2020': 1250 }, '2020Q4')).toBe('25.00')
    expect(average({ '2019': 1000, '2020': 1250 }, '2020Q3')).toBeNull()
  })

  it('is no average without a base, over a base of nothing, or of a year of which a quarter is missing', () => {
    const average = (values: Parameters<typeof figures>[0]) =>
      measureOf('averageGrowth', indicator('pledge_amount'), figures(values), defaultConfiguration, '2021Q4')
    const quarters = { '2021Q1': 300, '2021Q2': 300, '2021Q3': 300, '2021Q4': 540 }
    expect(average({ '2019': 1000, ...quarters })).toBe('20.00')
    expect(average(quarters)).toBeNull()
    expect(average({ '2019': 0, ...quarters })).toBeNull()
    expect(average({ '2019': 1000 })).toBeNull()
    expect(average({ '2019': 1000, ...quarters, '2021Q2': null })).toBeNull()
    // What is stated of the whole year goes before its quarters.
    expect(average({ '2019': 1000, ...quarters, '2021': 1000 })).toBe('0.00')
  })

  it('is what is above or below the path, where it can be judged', () => {
    // 30 % a year: 1690 are required of the whole of 2021.
    expect([of('gap', '2021Q4'), of('gap', '2022Q3')]).toEqual(['-290.00', null])
    expect(measureOf('gap', indicator('service_cluster'), {}, defaultConfiguration, '2021Q4')).toBeNull()
  })
})
