import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  approximate,
  ceiling,
  compare,
  decimal,
  div,
  mul,
  parseDecimal,
  parseExact,
  power,
  ratio,
  reduce,
  sub,
  sum,
  toDecimalString,
  toFixedString,
} from '@/lib/values'

const numbers = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([num, den]) => ratio(num, den))

describe('toDecimalString', () => {
  it.each([
    [ratio(0n), '0'],
    [ratio(0n, 7n), '0'],
    [ratio(1n, 4n), '0.25'],
    [ratio(-1n, 4n), '-0.25'],
    [ratio(10n, 4n), '2.5'],
    [ratio(1000n, 10n), '100'],
    [ratio(1n, 3n), '1/3'],
    [ratio(-2n, 6n), '-1/3'],
    [ratio(2n, -6n), '-1/3'],
    [ratio(1n, 1024n), '0.0009765625'],
    [ratio(7n, 125n), '0.056'],
    [ratio(10n ** 40n, 3n * 10n ** 39n), '10/3'],
    [ratio(123456789012345678901n, 1000000n), '123456789012345.678901'],
  ])('%o is %s', (value, text) => {
    expect(toDecimalString(value)).toBe(text)
  })

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(compare(decimal(toDecimalString(value)), value)).toBe(0)
      }),
    )
  })
})

describe('parseDecimal', () => {
  it.each([
    '',
    ' ',
    '1 ',
    '.5',
    '5.',
    '1e3',
    '+1',
    '--1',
    '1,000',
    '0x1',
    '１',
    'Infinity',
    'NaN',
    '1/2',
    '1.2.3',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  it('keeps every digit of 1234567890123456789.000001', () => {
    expect(parseDecimal('1234567890123456789.000001')).toEqual({
      num: 1234567890123456789000001n,
      den: 1000000n,
    })
  })

  it('reads negative numbers and leading zeros', () => {
    expect(toDecimalString(decimal('-007.50'))).toBe('-7.5')
  })

  it('leaves fractions to parseExact, which refuses a zero denominator', () => {
    expect(parseExact('-2/6')).toEqual({ num: -2n, den: 6n })
    expect(parseExact('1/0')).toBeUndefined()
    expect(() => decimal('1/0')).toThrow(TypeError)
  })
})

describe('arithmetic', () => {
  it('has the laws of a field', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        expect(compare(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(0)
        expect(compare(sub(add(a, b), b), a)).toBe(0)
        if (b.num !== 0n) expect(compare(mul(div(a, b), b), a)).toBe(0)
        expect(compare(a, b)).toBe(-compare(b, a) + 0)
        expect(compare(sum([a, b, c]), add(a, add(b, c)))).toBe(0)
        expect(compare(reduce(a), a)).toBe(0)
      }),
    )
  })

  it('refuses a zero denominator', () => {
    expect(() => ratio(1n, 0n)).toThrow(RangeError)
    expect(() => div(ratio(1n), ratio(0n))).toThrow(RangeError)
  })

  it('raises 1.2 to the third as exactly 1.728, where floating point does not', () => {
    expect(toDecimalString(power(decimal('1.2'), 3))).toBe('1.728')
    expect(1.2 ** 3).not.toBe(1.728)
  })

  it('has no sum but zero for nothing', () => {
    expect(toDecimalString(sum([]))).toBe('0')
  })

  it.each([
    ['2', 2n],
    ['2.0001', 3n],
    ['0', 0n],
    ['-0.5', 0n],
    ['-2', -2n],
    ['1/3', 1n],
  ])('takes %s up to the whole number %s', (text, whole) => {
    expect(ceiling(decimal(text))).toBe(whole)
  })
})

describe('toFixedString rounds half away from zero, for showing', () => {
  it.each([
    ['2/3', 2, '0.67'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['1.5', 0, '2'],
    ['-1.5', 0, '-2'],
    ['999.995', 2, '1000.00'],
    ['5', 1, '5.0'],
  ])('%s to %d places is %s', (exact, places, text) => {
    expect(toFixedString(decimal(exact), places)).toBe(text)
  })

  it('and gives charts a nearby number', () => {
    expect(approximate('1/3')).toBeCloseTo(1 / 3, 6)
  })
})
