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
  })

  it('is its growth over the same quarter of the year before, never over nothing', () => {
    expect([of('yearOnYear', '2021Q4'), of('yearOnYear', '2022Q4'), of('yearOnYear', '2021Q1')]).toEqual([
      '25.00',
      '-100.00',
      null,
    ])
  })

  it('is the average growth of whole years, of growth results, in fourth quarters', () => {
    // 1400 after two years from 1000: the root of 1.4.
    expect([of('averageGrowth', '2021Q4'), of('averageGrowth', '2021Q3')]).toEqual(['18.32', null])
    expect(
      measureOf(
        'averageGrowth',
        indicator('custody_smes'),
        figures({ '2021Q4': 9 }),
        defaultConfiguration,
        '2021Q4',
      ),
    ).toBeNull()
  })

  it('is what is above or below the path, where it can be judged', () => {
    // 30 % a year: 1690 are required of the whole of 2021.
    expect([of('gap', '2021Q4'), of('gap', '2022Q3')]).toEqual(['-290.00', null])
    expect(measureOf('gap', indicator('service_cluster'), {}, defaultConfiguration, '2021Q4')).toBeNull()
  })
})
