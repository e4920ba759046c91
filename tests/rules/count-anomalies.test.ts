import { describe, expect, it } from 'vitest'
import type { IndicatorCode } from '@/lib/notice'
import { anomaliesOf, type AnomalyKind, type CityFacts } from '@/lib/rules/anomalies'
import { countAnomaliesOf } from '@/lib/rules/count-anomalies'
import { quartersBetween } from '@/lib/values'

const QUARTERS = quartersBetween('2020Q1', '2021Q4')

/** A count since the start, quarter by quarter from 2020Q1; null: not reported. */
function city(
  name: string,
  totals: readonly (number | null)[],
  code: IndicatorCode = 'custody_smes',
): CityFacts {
  const facts = totals.map((value, i) => [
    QUARTERS[i] ?? '',
    { value: value === null ? null : String(value) },
  ])
  return { city: name, facts: { [code]: Object.fromEntries(facts) as Record<string, { value: string }> } }
}
/** Additions as totals since the start. */
const adding = (...additions: readonly number[]) =>
  additions.map((_, i) => additions.slice(0, i + 1).reduce((sum, each) => sum + each, 0))
const found = (one: CityFacts, kind: AnomalyKind) =>
  countAnomaliesOf([one], '2021Q4').filter((each) => each.kind === kind)

describe('what a quarter adds to a count', () => {
  it('is no outlier on the limit of 3.5 by median and median absolute deviation, and is one beyond it', () => {
    // Additions from the second quarter on: median 13, MAD 3; 0.6745 · d / 3 > 3.5 from d = 16 on.
    const usual = [5, 10, 10, 13, 13, 16, 16]
    expect(found(city('a', adding(...usual, 28)), 'outlierOwn')).toEqual([])
    expect(found(city('a', adding(...usual, 29)), 'outlierOwn')).toMatchObject([
      { city: 'a', indicator: 'custody_smes', expected: '13', received: '29', measure: '3.60' },
    ])
  })

  it('is compared with six other quarters, and with five it is not', () => {
    const far = [5, 10, 10, 13, 13, 16, 16, 900]
    expect(found(city('a', adding(...far)), 'outlierOwn')).toHaveLength(1)
    expect(found(city('a', [null, ...adding(...far.slice(1))]), 'outlierOwn')).toEqual([])
  })

  it('is not looked at without the quarter before', () => {
    const totals = [...adding(5, 10, 10, 13, 13, 16), null, 1900]
    expect(countAnomaliesOf([city('a', totals)], '2021Q4')).toEqual([])
  })

  it('is not looked at where the quarter itself is missing, and passes over quarters that were not reported', () => {
    expect(countAnomaliesOf([city('a', [...adding(5, 6, 7, 8, 9, 10, 11), null])], '2021Q4')).toEqual([])
    expect(countAnomaliesOf([city('a', [5, null, 10, 12, 14, 16, 18, 20])], '2021Q4')).toEqual([])
    expect(countAnomaliesOf([city('a', [null, null, null, null, 5, 6, 7, 8])], '2021Q4')).toEqual([])
  })

  it('is asked of counts alone: what falls of a growth result is no count that fell', () => {
    expect(countAnomaliesOf([city('a', [9, 8, 7, 6, 5, 4, 3, 2], 'pledge_amount')], '2021Q4')).toEqual([])
  })

  it('nothing for a year makes a count under its floor stale, and not at the floor, or at nothing', () => {
    expect(
      found(city('a', [1, 2, 3, 99, 99, 99, 99, 99], 'smes_commercialised'), 'sameAsBefore'),
    ).toMatchObject([{ expected: '99', received: '99' }])
    expect(
      found(city('a', [1, 2, 3, 100, 100, 100, 100, 100], 'smes_commercialised'), 'sameAsBefore'),
    ).toEqual([])
    expect(found(city('a', [1, 2, 3, 98, 99, 99, 99, 99], 'smes_commercialised'), 'sameAsBefore')).toEqual([])
    expect(found(city('a', [0, 0, 0, 0, 0, 0, 0, 0]), 'sameAsBefore')).toEqual([])
  })

  it('in whole tens three times out of four is a heap, from twenty and from six on', () => {
    const heap = (...additions: readonly number[]) => found(city('a', adding(...additions)), 'roundHeap')
    expect(heap(1, 20, 30, 40, 50, 60, 21, 20)).toMatchObject([{ measure: '6/7', received: '20' }])
    expect(heap(1, 20, 30, 40, 50, 21, 22, 20)).toEqual([])
    expect(heap(1, 20, 30, 40, 50, 10, 10, 20)).toEqual([])
    expect(heap(1, 20, 30, 40, 50, 10, 20, 20)).toMatchObject([{ measure: '6/6' }])
    expect(heap(1, 19, 30, 40, 50, 10, 20, 20)).toEqual([])
  })

  it('below nothing is a count that fell, and named alone', () => {
    const fell = [1, 2, 3, 99, 99, 99, 99, 98]
    expect(countAnomaliesOf([city('a', fell, 'smes_commercialised')], '2021Q4')).toEqual([
      {
        city: 'a',
        indicator: 'smes_commercialised',
        quarter: '2021Q4',
        kind: 'countFell',
        expected: '99',
        received: '98',
        measure: '',
      },
    ])
    expect(found(city('a', [1, 2, 3, 99, 99, 99, 98, 98], 'smes_commercialised'), 'countFell')).toEqual([])
  })
})

describe('a count against other cities', () => {
  const grown = (name: string, last: number) => city(name, [1, 2, 3, 100, 101, 102, 103, last])

  it('is named where it grew unlike theirs over the year, and where it is exactly the same from a thousand on', () => {
    const cities = [130, 131, 129, 134, 127, 128].map((last, i) => grown(`city ${i}`, last))
    const [far] = anomaliesOf([...cities, grown('far', 900)], '2021Q4')
    expect(far).toMatchObject({
      city: 'far',
      kind: 'outlierAlike',
      indicator: 'custody_smes',
      received: '900',
    })
    const same = (last: number) =>
      anomaliesOf([grown('a', last), grown('b', last)], '2021Q4').filter(({ kind }) => kind === 'sameAsOther')
    expect(same(999)).toEqual([])
    expect(same(1000).map(({ measure }) => measure)).toEqual(['b', 'a'])
  })
})
