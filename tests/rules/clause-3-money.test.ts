import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areGrades, checkBands, gradeOf, gradesFrom, instalmentsOf, type Band } from '@/lib/rules'
import { standingSecond } from '@/lib/rules/instalments'
import { addMoney, parseMoney, wan, type Money } from '@/lib/values'

// 三: 中央财政对每个城市支持1.5亿元,其中2020年拨付1亿元,剩余资金根据中期绩效评价结果进行分档拨付
const documentNumber = '测试〔2022〕1号'
const bands: readonly Band[] = [
  { from: '0', amount: '0' },
  { from: '60', amount: '2500' },
  { from: '90', amount: '5000' },
]

describe('the two instalments', () => {
  it('are 10000万元 in 2020 and an unspecified part of 5000万元 while nobody has issued bands (R12)', () => {
    expect(instalmentsOf(null, '100')).toEqual({
      clause: '三',
      unit: '万元',
      first: { amount: '10000', year: 2020 },
      second: { code: 'bandsUnspecified', upTo: '5000' },
    })
  })

  it('are for one city what two people decided, to the yuan, whatever else holds; nothing decided is not a decision on nothing', () => {
    const { second } = instalmentsOf({ documentNumber, bands }, null)
    expect(standingSecond(second, 25_000_000n)).toEqual({ code: 'decided', amount: '2500' })
    expect(standingSecond(second, 25_000_001n)).toEqual({ code: 'decided', amount: '2500.0001' })
    expect(standingSecond(second, 0n)).toEqual({ code: 'decided', amount: '0' })
    expect(standingSecond(second, null)).toBe(second)
  })

  it('wait for the evaluation once bands are issued', () => {
    expect(instalmentsOf({ documentNumber, bands }, null).second).toEqual({
      code: 'notEvaluated',
      upTo: '5000',
      documentNumber,
    })
  })

  it.each([
    ['0', '0'],
    ['59.999999', '0'],
    ['60', '2500'],
    ['89.999999', '2500'],
    ['90', '5000'],
    ['100', '5000'],
  ])('a score of %s receives %s万元 under bands from 0, 60 and 90', (score, amount) => {
    expect(instalmentsOf({ documentNumber, bands }, score).second).toMatchObject({
      code: 'banded',
      amount,
      documentNumber,
    })
  })

  it('never exceed 1.5亿元 together, whatever bands pass the check', () => {
    const band = fc.record({
      from: fc.integer({ min: 0, max: 110 }).map(String),
      amount: fc.integer({ min: 0, max: 6000 }).map(String),
    })
    fc.assert(
      fc.property(fc.array(band, { maxLength: 5 }), fc.integer({ min: 0, max: 100 }), (some, score) => {
        const checked = checkBands({ documentNumber, bands: [{ from: '0', amount: '0' }, ...some] })
        if (!checked.ok) return
        const { first, second } = instalmentsOf(checked.value, String(score))
        const amount = second.code === 'banded' ? second.amount : '0'
        const together = addMoney(
          parseMoney(first.amount, 'wan') as Money,
          parseMoney(amount, 'wan') as Money,
        )
        expect(together.fen <= wan(15_000n).fen).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('bands are refused', () => {
  const refusal = (some: readonly Band[], number = documentNumber) => {
    const checked = checkBands({ documentNumber: number, bands: some })
    return checked.ok ? null : checked.error
  }

  it('not where two bands pay the same: 0 and 60 both 2500万元', () => {
    expect(
      refusal([
        { from: '0', amount: '2500' },
        { from: '60', amount: '2500' },
      ]),
    ).toBeNull()
  })

  it('below zero, at whichever place', () => {
    expect(refusal([{ from: '-1', amount: '0' }])).toEqual({ code: 'notANumber', band: 1 })
    expect(
      refusal([
        { from: '0', amount: '0' },
        { from: '-1', amount: '1' },
      ]),
    ).toEqual({
      code: 'notANumber',
      band: 2,
    })
  })

  it('and a table that was never checked holds no score below its first band', () => {
    const unchecked = { documentNumber, bands: [{ from: '60', amount: '5000' }] }
    expect(() => instalmentsOf(unchecked, '59')).toThrow('no band holds 59')
  })

  it('without the number of the document that issued them', () => {
    expect(refusal(bands, ' ')).toEqual({ code: 'documentNumberMissing' })
    expect(refusal(bands)).toBeNull()
  })

  it.each([
    ['none at all', [], { code: 'noBands' }],
    ['the first from 1', [{ from: '1', amount: '0' }], { code: 'firstNotFromZero' }],
    [
      'two from the same score',
      [...bands, { from: '90', amount: '5000' }],
      { code: 'notAscending', band: 4 },
    ],
    ['one from over 100', [...bands, { from: '100.01', amount: '5000' }], { code: 'over100', band: 4 }],
    ['5000.01万元', [{ from: '0', amount: '5000.01' }], { code: 'moreThanRemainder', band: 1 }],
    [
      'less money for a higher score',
      [...bands, { from: '95', amount: '4999' }],
      { code: 'amountFalls', band: 4 },
    ],
    ['a word for a number', [{ from: '0', amount: 'all' }], { code: 'notANumber', band: 1 }],
    ['negative money', [{ from: '0', amount: '-1' }], { code: 'notANumber', band: 1 }],
  ] as const)('%s', (_, some, error) => {
    expect(refusal(some)).toEqual(error)
  })
})

describe('grades (R13), indicative', () => {
  it.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.999999', 'good'],
    ['89.5', 'good'],
    ['80', 'good'],
    ['79.999999', 'fair'],
    ['60', 'fair'],
    ['59.999999', 'poor'],
    ['0', 'poor'],
  ])('%s is %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade)
  })

  it('begin where a scheme says: with 优 from 95, 94.999999 is 良 and 95 is 优', () => {
    const bounds = { excellent: '95', good: '80', fair: '60' }
    expect([gradeOf('94.999999', bounds), gradeOf('95', bounds)]).toEqual(['good', 'excellent'])
  })

  it.each([
    ['100', '80', '60', true],
    ['100.000001', '80', '60', false],
    ['80', '80', '60', false],
    ['90', '60', '60', false],
    ['90', '80', '0', false],
    ['90', '80', '0.000001', true],
    ['ninety', '80', '60', false],
    ['90', 'eighty', '60', false],
    ['90', '80', '', false],
  ])('%s, %s and %s can be bounds: %s', (excellent, good, fair, can) => {
    expect(areGrades({ excellent, good, fair })).toBe(can)
  })

  it('are four, the highest first, of which the last begins at 0', () => {
    expect(gradesFrom({ excellent: '95', good: '80', fair: '60' })).toEqual([
      { grade: 'excellent', from: '95' },
      { grade: 'good', from: '80' },
      { grade: 'fair', from: '60' },
      { grade: 'poor', from: '0' },
    ])
  })

  it('are given to scores from 0 to 100 only', () => {
    expect(() => gradeOf('-0.1')).toThrow('not a score: -1/10')
    expect(() => gradeOf('100.000001')).toThrow(RangeError)
  })
})
