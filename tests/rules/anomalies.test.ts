import { describe, expect, it } from 'vitest'
import { anomaliesOf, farFrom, type AnomalyKind, type CityFacts } from '@/lib/rules/anomalies'
import type { IndicatorCode } from '@/lib/notice'
import { decimal, quartersBetween, toDecimalString } from '@/lib/values'

const QUARTERS = quartersBetween('2020Q1', '2021Q4')

/** A city's figures from 2020Q1 on, pledge amounts unless it is said; null where one was left blank. */
function city(
  name: string,
  values: readonly (number | string | null)[],
  year?: string,
  code: IndicatorCode = 'pledge_amount',
): CityFacts {
  const facts = Object.fromEntries(
    values.map((value, i) => [QUARTERS[i] ?? '', { value: value === null ? null : String(value) }]),
  )
  return { city: name, facts: { [code]: { ...facts, ...(year && { '2021': { value: year } }) } } }
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
    // 2500 against 1008, 1013, 1019, 1027, 1041 and, once there are six others, 1033.
    const five = [...usual.slice(0, 5), 2500]
    expect(anomaliesOf([city('a', five)], '2021Q2')).toEqual([])
    expect(anomaliesOf([city('a', [...usual.slice(0, 6), 2500])], '2021Q3')).toMatchObject([
      { kind: 'outlierOwn', expected: '1023', received: '2500' },
    ])
  })

  it('is nothing where it is missing or blank, and the first ever says nothing either', () => {
    expect(anomaliesOf([{ city: 'a', facts: {} }], '2021Q4')).toEqual([])
    expect(anomaliesOf([city('a', usual.slice(0, 7))], '2021Q4')).toEqual([])
    expect(anomaliesOf([city('a', [...usual.slice(0, 7), null])], '2021Q4')).toEqual([])
    expect(anomaliesOf([city('a', [5000])], '2020Q1')).toEqual([])
  })

  it('of a result that is counted is not looked at here: its figures are sums, which only other cities are held against', () => {
    const counted = city('a', [...usual.slice(0, 7), 900_000_000], '5', 'custody_smes')
    expect(anomaliesOf([counted], '2021Q4')).toEqual([])
    const twice = anomaliesOf([counted, { ...counted, city: 'b' }], '2021Q4')
    expect(twice.map(({ kind }) => kind)).toEqual(['sameAsOther', 'sameAsOther'])
  })

  it('in another unit is a slip and not an outlier as well', () => {
    const slipped = [city('a', [...usual.slice(0, 7), 10_240_000])]
    expect(found(slipped, 'unitSlip')).toMatchObject([{ measure: '10000', expected: '1024' }])
    expect(found(slipped, 'outlierOwn')).toEqual([])
  })

  it('in another unit is none of nothing, none against nothing, and none of what is counted one by one', () => {
    expect(anomaliesOf([city('a', [0, 0, 0, null, null, null, null, 0])], '2021Q4')).toEqual([])
    expect(anomaliesOf([city('a', [0, 0, 0, null, null, null, null, 5])], '2021Q4')).toEqual([])
    expect(anomaliesOf([city('a', [...usual.slice(0, 3), null, null, null, null, 0])], '2021Q4')).toEqual([])
    const projects = city('a', [...usual.slice(0, 7), 10_240_000], undefined, 'pledge_projects')
    expect(anomaliesOf([projects], '2021Q4').map(({ kind }) => kind)).toEqual(['outlierOwn'])
  })

  it('that is exactly that of the quarter before is named; nothing twice is not', () => {
    expect(anomaliesOf([city('a', [...usual.slice(0, 7), 1024])], '2021Q4')).toEqual([
      {
        city: 'a',
        indicator: 'pledge_amount',
        quarter: '2021Q4',
        kind: 'sameAsBefore',
        expected: '1024',
        received: '1024',
        measure: '',
      },
    ])
    expect(found([city('a', [...usual.slice(0, 6), 0, 0])], 'sameAsBefore')).toEqual([])
  })

  it('among nearly all round ones is named with how many there are', () => {
    const round = [1000, 1200, 1100, 1300, 1500, 1400, 1024, 1029]
    expect(found([city('a', round)], 'roundHeap')).toMatchObject([{ measure: '6/8', expected: null }])
    expect(found([city('a', [1001, ...round.slice(1)])], 'roundHeap')).toEqual([])
  })

  it('is no heap below six figures of a thousand or more, whatever the smaller ones look like', () => {
    const heap = (...values: number[]) => found([city('a', [...values, 1000])], 'roundHeap')
    // Seven earlier ones and that of the quarter, 1000: two of a thousand or more are missing from eight.
    expect(heap(900, 900, 1100, 1300, 1500, 1400, 1700)).toMatchObject([{ measure: '6/6' }])
    expect(heap(900, 900, 900, 1300, 1500, 1400, 1700)).toEqual([])
    // Round ones below a thousand do not make a heap of figures that are not round.
    expect(heap(900, 800, 1101, 1300, 1501, 1400, 1700)).toEqual([])
  })

  it('of a year is compared with the sum of its quarters', () => {
    expect(found([city('a', usual, '4105')], 'sumDisagrees')).toEqual([])
    expect(anomaliesOf([city('a', usual, '4106')], '2021Q4')).toEqual([
      {
        city: 'a',
        indicator: 'pledge_amount',
        quarter: '2021Q4',
        kind: 'sumDisagrees',
        expected: '4105',
        received: '4106',
        measure: '',
      },
    ])
    // In its fourth quarter, and only where all four are there.
    expect(anomaliesOf([city('a', usual, '4106')], '2021Q3')).toEqual([])
    expect(anomaliesOf([city('a', [...usual.slice(0, 5), null, 1024, 1029], '4106')], '2021Q4')).toEqual([])
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

  it('needs growth of at least five others: one without a year before, or with nothing then, is no other', () => {
    const cities = [1310, 1290, 1305, 1299].map((last, i) => grown(`city ${i}`, last))
    const far = grown('far', 2600)
    const others = [
      city('new', [null, null, null, null, 1, 2, 3, 1303]),
      city('blank', [1, 2, 3, 0, 5, 6, 7, 1301]),
      city('silent', usual.slice(0, 7)),
    ]
    expect(found([...cities, far, ...others], 'outlierAlike')).toEqual([])
    expect(found([...cities, grown('fifth', 1302), far, ...others], 'outlierAlike')).toMatchObject([
      { city: 'far', expected: '1302.00' },
    ])
  })

  it('is named at both cities where it is the same to the last of four digits', () => {
    const twins = [grown('a', 1357), grown('b', 1357), grown('c', 1358)]
    expect(found(twins, 'sameAsOther').map(({ city: at, measure }) => [at, measure])).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ])
    const same = (value: number) => anomaliesOf([city('a', [value]), city('b', [value])], '2020Q1')
    expect(same(999)).toEqual([])
    expect(same(1000)).toMatchObject([
      { city: 'a', kind: 'sameAsOther', expected: '1000', received: '1000', measure: 'b' },
      { city: 'b', kind: 'sameAsOther', measure: 'a' },
    ])
  })
})
