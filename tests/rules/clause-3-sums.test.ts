import { describe, expect, it } from 'vitest'
import { indicatorCodes, type IndicatorCode } from '@/lib/notice'
import type { SheetLine } from '@/lib/rules'
import { lostPoints, lostTogether } from '@/lib/rules/lost-points'
import { scoreByClause } from '@/lib/rules/score-by-clause'

// 二·1 to 二·4 as parts of a score (三: 根据中期绩效评价结果); a clause has the results that stand in it.
const sheet = (points: Partial<Record<IndicatorCode, string | null>>, weight = '5'): SheetLine[] =>
  indicatorCodes.map((indicator) => {
    const own = points[indicator] === undefined ? weight : points[indicator]
    return { indicator, weight, given: own, share: own, points: own, overridden: false }
  })

describe('points by clause', () => {
  it('are the sums of the results that stand in each, in the order of the notice', () => {
    expect(scoreByClause(sheet({ pledge_amount: '0', regional_brands: '2.5' }))).toEqual([
      { clause: '二·1', weight: '30', points: '25', share: '5/6' },
      { clause: '二·2', weight: '20', points: '17.5', share: '0.875' },
      { clause: '二·3', weight: '20', points: '20', share: '1' },
      { clause: '二·4', weight: '25', points: '25', share: '1' },
    ])
  })

  it('are none while a result in it is open, unless that weighs nothing', () => {
    expect(scoreByClause(sheet({ pledge_amount: null }))[0]).toEqual({
      clause: '二·1',
      weight: '30',
      points: null,
      share: null,
    })
    const lines = sheet({ pledge_amount: null }).map((line) =>
      line.indicator === 'pledge_amount' ? { ...line, weight: '0' } : line,
    )
    expect(scoreByClause(lines)[0]).toMatchObject({ weight: '25', points: '25', share: '1' })
  })

  it('are no share where a clause weighs nothing', () => {
    expect(scoreByClause(sheet({}, '0'))[3]).toEqual({
      clause: '二·4',
      weight: '0',
      points: '0',
      share: null,
    })
  })
})

describe('points that were lost', () => {
  it('stand with the costliest first, equal ones in the order of the notice; whoever lost none is not named', () => {
    const lines = sheet({
      operation_centres: '1.25',
      pledge_amount: '4.99',
      transfers_licenses: '5',
      certified_entities: '1/3',
      regional_brands: '1.25',
    })
    expect(lostPoints(lines)).toEqual([
      { indicator: 'certified_entities', lost: '14/3' },
      { indicator: 'regional_brands', lost: '3.75' },
      { indicator: 'operation_centres', lost: '3.75' },
      { indicator: 'pledge_amount', lost: '0.01' },
    ])
    expect(lostTogether(lostPoints(lines))).toBe('3653/300')
    expect(lostTogether([])).toBe('0')
  })

  it('are not those of what is open', () => {
    expect(lostPoints(sheet({ pledge_amount: null }))).toEqual([])
    expect(lostPoints(sheet({ pledge_amount: '0' }))).toEqual([{ indicator: 'pledge_amount', lost: '5' }])
  })
})
