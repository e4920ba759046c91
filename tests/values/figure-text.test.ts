import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, parseFigure } from '@/lib/values'

describe('what people type is understood', () => {
  it.each([
    ['1234.56', '1234.56'],
    ['１２３４．５６', '1234.56'],
    ['1,234,567.8', '1234567.8'],
    ['1，234，567', '1234567'],
    ['1 234 567', '1234567'],
    ['1\u00a0234\u202f567', undefined],
    ['1\u00a0234\u00a0567', '1234567'],
    ["1'234", '1234'],
    ['  42\t', '42'],
    ['\u200b42\ufeff', '42'],
    ['007', '7'],
    ['0', '0'],
    ['0.000', '0'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+5', '5'],
    ['1.500000', '1.5'],
    ['1.5000000000', '1.5'],
    ['999999999999999999.999999', '999999999999999999.999999'],
    ['0000000000000000000000001', '1'],
  ])('%j', (text, value) => {
    const read = parseFigure(text)
    expect(read.ok ? read.value : undefined).toBe(value ?? '1234567')
  })
})

describe('what could mean two things or nothing is refused with a code', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc', 'notANumber'],
    ['一百', 'notANumber'],
    ['12万', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['.', 'notANumber'],
    [',', 'notANumber'],
    ['NaN', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['0x10', 'notANumber'],
    ['=1+1', 'notANumber'],
    ['1/2', 'notANumber'],
    ['5%', 'notANumber'],
    ['1,23', 'grouping'],
    ['1,2345', 'grouping'],
    ['12,34,567', 'grouping'],
    ['1,234 567', 'grouping'],
    [',234', 'grouping'],
    ['1,,234', 'grouping'],
    ['1234,567', 'grouping'],
    ['-5', 'negative'],
    ['－5', 'negative'],
    ['−5', 'negative'],
    ['- 0.1', 'negative'],
    ['1e400', 'exponent'],
    ['1E5', 'exponent'],
    ['1000000000000000000', 'tooLarge'],
    ['9'.repeat(300), 'tooLarge'],
    ['9'.repeat(10_000), 'notANumber'],
    [`0.${'1'.repeat(40)}`, 'tooPrecise'],
    ['0.0000001', 'tooPrecise'],
  ])('%j is %s', (text, code) => {
    const read = parseFigure(text)
    expect(read.ok ? read.value : read.error.code).toBe(code)
  })

  it('with the text as typed, cut to what can be shown', () => {
    expect(parseFigure('abc')).toEqual({ ok: false, error: { code: 'notANumber', got: 'abc' } })
    const read = parseFigure('x'.repeat(1000))
    expect(!read.ok && read.error.got.length).toBe(61)
  })

  it('with the limit that was passed', () => {
    const read = parseFigure('0.0000001')
    expect(!read.ok && read.error.limit).toBe(6)
  })
})

describe('counts', () => {
  it.each(['次', '项', '家', '单', '个', '所'] as const)('in %s are whole', (unit) => {
    expect(parseFigure('12', unit)).toEqual({ ok: true, value: '12' })
    expect(parseFigure('12.0', unit)).toEqual({ ok: true, value: '12' })
    const read = parseFigure('12.5', unit)
    expect(!read.ok && read.error.code).toBe('notWhole')
  })
})

describe('any text at all', () => {
  it('gives a plain decimal or a refusal, never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789,. -+eE１，．')) })),
        (text) => {
          const read = parseFigure(text)
          if (!read.ok) return
          expect(read.value).toMatch(/^(0|[1-9]\d{0,17})(\.\d{0,5}[1-9])?$/)
          expect(parseDecimal(read.value)).toBeDefined()
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('that it gives is read as itself', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (whole) => {
        const once = parseFigure(whole.toLocaleString('en-US'))
        expect(once).toEqual({ ok: true, value: String(whole) })
      }),
    )
  })
})
