import { describe, expect, it } from 'vitest'
import { checkBound, checkReport, checks, hasBound } from '@/lib/rules'
import { earlierFigures } from '@/lib/rules/checks/known'
import { slipFactor, usualOf } from '@/lib/rules/slip-factor'
import { ratio } from '@/lib/values'
import { figures } from './figures'
import { figure, found, report } from './report-to-check'

describe('against the city’s own history', () => {
  const history = { pledge_amount: figures({ '2021Q4': 5000, '2022Q1': 6000, '2022Q2': 7000 }) }
  const after = (value: string) => checkReport(report({ pledge_amount: figure(value) }, { history }))

  it.each([
    ['60000000', '10000'],
    ['12000000', '10000'],
    ['600000000000', '100000000'],
    ['0.6', '1/10000'],
  ])('%s where 6000 is usual looks like a slip of the unit, by %s', (value, factor) => {
    expect(after(value)).toMatchObject([
      {
        rule: 'unitSlip',
        severity: 'soft',
        expected: { usual: '6000' },
        received: { factor },
        next: 'checkUnit',
      },
    ])
  })

  it('21000 is three times the greatest and passes, 21000.01 must be explained', () => {
    expect(after('21000')).toEqual([])
    expect(after('21000.01')).toMatchObject([
      { rule: 'jump', severity: 'soft', expected: { from: '5000/3', to: '21000' }, next: 'correctOrExplain' },
    ])
  })

  it('2000 is a third of the smallest, 6000, and passes, 1999.99 must be explained', () => {
    const rising = { pledge_amount: figures({ '2021Q4': 6000, '2022Q1': 6000, '2022Q2': 7000 }) }
    const of = (value: string) =>
      checkReport(report({ pledge_amount: figure(value) }, { history: rising })).map(({ rule }) => rule)
    expect(of('2000')).toEqual([])
    expect(of('1999.99')).toEqual(['jump'])
  })

  it('other bounds can be decided: twice the greatest, 14000, and a slip within ten times of 10^4', () => {
    const bounded = checks.map((check) => ({ ...check, bounds: { jump: '2', unitSlip: '10' } }))
    const by = (value: string) =>
      checkReport(report({ pledge_amount: figure(value) }, { history }), bounded).map(({ rule }) => rule)
    expect([by('14000'), by('14000.01')]).toEqual([[], ['jump']])
    expect([by('6000000'), by('5999999')]).toEqual([['unitSlip'], ['jump']])
    expect(checkReport(report({ pledge_amount: figure('6000000') }, { history }))[0]?.rule).toBe('jump')
  })

  it.each([
    ['jump', '1', false],
    ['jump', '1.01', true],
    ['jump', '999.99', true],
    ['jump', '1000', false],
    ['unitSlip', '99.99', true],
    ['unitSlip', '100', false],
    ['unitSlip', 'five', false],
  ] as const)('a bound of %s may be %s: %s', (check, text, may) => {
    expect(checkBound(check, text).ok).toBe(may)
    expect([hasBound(check), hasBound('cumulativeFell')]).toEqual([true, false])
  })

  it('so must nothing at all where there always was something', () => {
    expect(found(report({ pledge_amount: figure('0'), pledge_projects: figure('0') }, { history }))).toEqual([
      'soft jump pledge_amount',
    ])
  })

  it('nothing is said with fewer than three known quarters', () => {
    const short = { pledge_amount: figures({ '2022Q1': 6000, '2022Q2': 7000, '2019': 1 }) }
    expect(checkReport(report({ pledge_amount: figure('99999999') }, { history: short }))).toEqual([])
  })

  it('a number of recordals jumps, but has no unit to slip', () => {
    const counts = { transfers_licenses: figures({ '2021Q4': 5, '2022Q1': 6, '2022Q2': 7 }) }
    expect(found(report({ transfers_licenses: figure('60000') }, { history: counts }))).toEqual([
      'soft jump transfers_licenses',
    ])
  })
})

describe('what is usual in a history', () => {
  const whole = (n: number) => ratio(BigInt(n))

  it('is the middle value, the lower of two, in whatever order they came, of three at least', () => {
    expect(usualOf([5, 1, 3].map(whole))).toEqual(whole(3))
    expect(usualOf([9, 1, 5, 3].map(whole))).toEqual(whole(3))
    expect(usualOf([1, 2].map(whole))).toBeUndefined()
  })

  it('is passed by a slip of the unit up to and at the bound: 5 times 10000 is one, one more is none', () => {
    const slip = (figure: number, usual = 1) => slipFactor(whole(figure), whole(usual), whole(5))
    expect([slip(50_000), slip(50_001), slip(2_000), slip(1_999)]).toEqual(['10000', null, '10000', null])
    expect([slip(1, 50_000), slip(1, 50_001), slip(1, 2_000), slip(1, 1_999)]).toEqual([
      '1/10000',
      null,
      '1/10000',
      null,
    ])
  })

  it('has no earlier quarters where a report is of a whole year', () => {
    const history = { pledge_amount: { '2021Q4': { value: '5' } } }
    const earlier = (period: '2022' | '2022Q1') =>
      earlierFigures({ period, cells: [], history }, 'pledge_amount').map(({ text }) => text)
    expect([earlier('2022'), earlier('2022Q1')]).toEqual([[], ['5']])
  })
})
