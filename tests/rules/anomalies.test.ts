import { describe, expect, it } from 'vitest'
import { anomaliesOf, farFrom, type AnomalyKind, type CityFacts } from '@/lib/rules/anomalies'
import { decimal, quartersBetween, toDecimalString } from '@/lib/values'

const QUARTERS = quartersBetween('2020Q1', '2021Q4')

/** A city's pledge amounts from 2020Q1 on. */
function city(name: string, values: readonly (number | string)[], year?: string): CityFacts {
  const facts = Object.fromEntries(values.map((value, i) => [QUARTERS[i] ?? '', { value: String(value) }]))
  return { city: name, facts: { pledge_amount: { ...facts, ...(year && { '2021': { value: year } }) } } }
}

const usual = [1013, 1027, 1008, 1041, 1019, 1033, 1024, 1029]
const found = (cities: readonly CityFacts[], kind: AnomalyKind) =>
  anomaliesOf(cities, '2021Q4').filter((each) => each.kind === kind)

describe('a figure against the city’s own past', () => {
  it('is no outlier within what is usual, and one far outside, with its score', () => {
    expect(anomaliesOf([city('a', usual)], '2021Q4')).toEqual([])
    const [outlier] = found([city('a', [...usual.slice(0, 7), 1411])], 'outlierOwn')
    expect(outlier).toMatchObject({ city: 'a', expected: '1024', received: '1411', measure: '29.00' })
  })

  it('is measured exactly: on the limit of 3.5 it is none, a hair beyond it is one', () => {
    const others = ['0', '6745', '13490', '20235', '26980'].map(decimal)
    // Median 13490, MAD 6745: 0.6745 · d / 6745 = 3.5 where d = 35000.
    expect(farFrom(decimal('48490'), others)).toBeNull()
    const far = farFrom(decimal('48490.000001'), others)
    expect([far && toDecimalString(far.median), far?.score]).toEqual(['13490', '3.50'])
  })

  it('is no outlier where the others do not differ, or where there are too few', () => {
    expect(farFrom(decimal('9'), ['1', '1', '1', '2'].map(decimal))).toBeNull()
    expect(found([city('a', [...usual.slice(0, 5), 90000])], 'outlierOwn')).toEqual([])
  })

  it('in another unit is a slip and not an outlier as well', () => {
    const slipped = [city('a', [...usual.slice(0, 7), 10_240_000])]
    expect(found(slipped, 'unitSlip')).toMatchObject([{ measure: '10000', expected: '1024' }])
    expect(found(slipped, 'outlierOwn')).toEqual([])
  })

  it('that is exactly that of the quarter before is named; nothing twice is not', () => {
    expect(found([city('a', [...usual.slice(0, 7), 1024])], 'sameAsBefore')).toHaveLength(1)
    expect(found([city('a', [...usual.slice(0, 6), 0, 0])], 'sameAsBefore')).toEqual([])
  })

  it('among nearly all round ones is named with how many there are', () => {
    const round = [1000, 1200, 1100, 1300, 1500, 1400, 1024, 1029]
    expect(found([city('a', round)], 'roundHeap')).toMatchObject([{ measure: '6/8' }])
    expect(found([city('a', [1001, ...round.slice(1)])], 'roundHeap')).toEqual([])
  })

  it('of a year is compared with the sum of its quarters', () => {
    expect(found([city('a', usual, '4105')], 'sumDisagrees')).toEqual([])
    expect(found([city('a', usual, '4106')], 'sumDisagrees')).toMatchObject([
      { expected: '4105', received: '4106' },
    ])
  })
})

describe('a figure against other cities', () => {
  const grown = (name: string, last: number) =>
    city(name, [...usual.slice(0, 3), 1000, ...usual.slice(4, 7), last])

  it('is named where its growth is far from theirs, with the figure that their growth would give', () => {
    const cities = [1300, 1310, 1290, 1305, 1295, 1299].map((last, i) => grown(`city ${i}`, last))
    expect(found(cities, 'outlierAlike')).toEqual([])
    expect(found([...cities, grown('far', 2600)], 'outlierAlike')).toMatchObject([
      { city: 'far', expected: '1299.50', received: '2600' },
    ])
  })

  it('is named at both cities where it is the same to the last of four digits', () => {
    const twins = [grown('a', 1357), grown('b', 1357), grown('c', 1358)]
    expect(found(twins, 'sameAsOther').map(({ city: at, measure }) => [at, measure])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(found([grown('a', 135), grown('b', 135)], 'sameAsOther')).toEqual([])
  })
})
