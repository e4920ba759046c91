import { describe, expect, it } from 'vitest'
import {
  addMoney,
  addQuarters,
  compareQuarters,
  creditCheckSign,
  isQuarter,
  isYear,
  lastDayOf,
  moneyIn,
  parseCreditCode,
  parseMoney,
  parsePeriod,
  parseQuarter,
  quarterOfDate,
  quartersBetween,
  quartersOf,
  sameQuarterLastYear,
  subMoney,
  wan,
} from '@/lib/values'

describe('periods', () => {
  it('are a year or a quarter, written exactly so', () => {
    expect(parsePeriod('2022Q3')).toEqual({ kind: 'quarter', period: '2022Q3', year: 2022, quarter: 3 })
    expect(parsePeriod('2019')).toEqual({ kind: 'year', period: '2019', year: 2019 })
    for (const text of [
      '',
      '22',
      '2022Q0',
      '2022Q5',
      '2022q1',
      '2022-Q1',
      ' 2022',
      '2022 ',
      '02022',
      '0999',
      '2022Q1\n',
      '２０２２',
    ]) {
      expect(parsePeriod(text), JSON.stringify(text)).toBeUndefined()
      expect(isQuarter(text) || isYear(text)).toBe(false)
    }
    expect(parseQuarter('2019')).toBeUndefined()
  })

  it('are counted over the turn of the year', () => {
    expect(addQuarters('2022Q3', 2)).toBe('2023Q1')
    expect(addQuarters('2022Q1', -1)).toBe('2021Q4')
    expect(sameQuarterLastYear('2022Q1')).toBe('2021Q1')
    expect(compareQuarters('2021Q4', '2022Q1')).toBeLessThan(0)
    expect(compareQuarters('2022Q1', '2022Q1')).toBe(0)
    expect(quartersOf(2019)).toEqual(['2019Q1', '2019Q2', '2019Q3', '2019Q4'])
    expect(quartersBetween('2021Q3', '2022Q1')).toEqual(['2021Q3', '2021Q4', '2022Q1'])
    expect(quartersBetween('2022Q1', '2021Q4')).toEqual([])
    expect(['2022Q1', '2022Q2', '2022Q3', '2022Q4'].map((quarter) => lastDayOf(quarter as '2022Q1'))).toEqual(
      ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'],
    )
  })

  it('turn at midnight in Shanghai, 16:00 UTC', () => {
    expect(quarterOfDate(new Date('2022-09-30T15:59:59.999Z'))).toBe('2022Q3')
    expect(quarterOfDate(new Date('2022-09-30T16:00:00Z'))).toBe('2022Q4')
    expect(quarterOfDate(new Date('2022-12-31T16:00:00Z'))).toBe('2023Q1')
    expect(quarterOfDate(new Date('2022-01-01T00:00:00Z'))).toBe('2022Q1')
  })
})

describe('money', () => {
  it('is whole fen, read and written in 元, 万元 and 亿元', () => {
    expect(parseMoney('1.5', 'yi')).toEqual(wan(15000n))
    expect(moneyIn(wan(15000n), 'yi')).toBe('1.5')
    expect(moneyIn(subMoney(wan(15000n), wan(10000n)), 'wan')).toBe('5000')
    expect(moneyIn(addMoney(wan(1n), { fen: 1n }), 'yuan')).toBe('10000.01')
    expect(parseMoney('0.001', 'yuan')).toBeUndefined()
    expect(parseMoney('abc', 'yuan')).toBeUndefined()
  })
})

describe('credit codes (GB 32100)', () => {
  const real = '91350100M000100Y43'

  it('accepts the example of the standard, also in lower case, full width and with spaces', () => {
    for (const text of [real, real.toLowerCase(), '９１３５０１００M000100Y43', ' 91350100 M000100Y43 ']) {
      expect(parseCreditCode(text), text).toEqual({ ok: true, value: real })
    }
  })

  it('names a wrong length, a sign that is not used, and a wrong check sign with the right one', () => {
    expect(parseCreditCode('913501')).toMatchObject({ error: { code: 'length' } })
    expect(parseCreditCode('91350100M000100I43')).toEqual({
      ok: false,
      error: { code: 'sign', got: 'I', position: 16, suggestion: '1' },
    })
    expect(parseCreditCode('91350100M000100Y44')).toEqual({
      ok: false,
      error: { code: 'check', got: '4', expected: '3' },
    })
    expect(creditCheckSign(real)).toBe('3')
  })

  it('finds every single wrong sign', () => {
    for (let i = 0; i < 18; i++) {
      const other = real.charAt(i) === '7' ? '8' : '7'
      expect(parseCreditCode(real.slice(0, i) + other + real.slice(i + 1)).ok, String(i)).toBe(false)
    }
  })
})
