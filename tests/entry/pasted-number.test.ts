import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPastedNumber, type Surroundings } from '@/lib/entry/pasted-number'
import { compare, decimal, mul, parseFigure, ratio, type IndicatorUnit } from '@/lib/values'

const UNITS: readonly IndicatorUnit[] = ['次', '万元', '项', '家', '单', '亿元', '个', '所']

/** In short: the figure and what was done, or why there is none. */
function read(text: string, unit: IndicatorUnit = '万元', around: Surroundings = {}): string {
  const one = readPastedNumber(text, unit, around)
  if (one.kind !== 'figure') return one.kind === 'refused' ? one.code : one.kind
  return [one.value, ...one.did.map((did) => ('unit' in did ? `${did.code} ${did.unit}` : did.code))].join(
    ', ',
  )
}

describe('what Excel and WPS users paste', () => {
  it.each([
    ['71402.5', '71402.5'],
    ['７１，４０２．５', '71402.5, cleaned'],
    [' 71,402.50 ', '71402.5, cleaned'],
    ['71 402', '71402, cleaned'],
    ["'71402", '71402, cleaned'],
    ['+5', '5, cleaned'],
    ['0', '0'],
    ['.5', '0.5, cleaned'],
  ])('%j is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['1.2亿', '万元', '12000, scaled 亿'],
    ['1.2 亿元', '万元', '12000, scaled 亿元'],
    ['350万', '万元', '350, sameUnit 万'],
    ['350万元', '万元', '350, sameUnit 万元'],
    ['123456元', '万元', '12.3456, scaled 元'],
    ['¥1,234万元', '万元', '1234, sameUnit 万元'],
    ['5千万元', '万元', '5000, scaled 千万元'],
    ['714.025 million yuan', '万元', '71402.5, scaled million yuan'],
    ['12000万元', '亿元', '1.2, scaled 万元'],
    ['1.2万次', '次', '12000, scaled 万次'],
    ['3,050项', '项', '3050, sameUnit 项'],
    ['1.23456789亿元', '万元', '12345.6789, scaled 亿元'],
  ] as const)('%s into %s is %s', (text, unit, expected) => {
    expect(read(text, unit)).toBe(expected)
  })

  it('the unit that the table names counts as if it stood behind the number, which comes first', () => {
    expect(read('123456', '万元', { unit: '元' })).toBe('12.3456, scaled 元')
    expect(read('1.2亿', '万元', { unit: '元' })).toBe('12000, scaled 亿')
    expect(read('12', '万元', { unit: '100 million yuan' })).toBe('120000, scaled 100 million yuan')
    expect(read('12', '万元', { unit: '见附件' })).toBe('12')
    expect(read('¥12', '万元', { unit: '万元' })).toBe('12, cleaned')
    expect(read('12', '次', { unit: '件' })).toBe('unitOther')
  })

  it.each([
    ['12.5%', 'percent'],
    ['１２％', 'percent'],
    ['百分之十二', 'percent'],
    ['(1,200)', 'negative'],
    ['（１２００）', 'negative'],
    ['-5', 'negative'],
    ['△5', 'negative'],
    ['1,200-', 'negative'],
    ['(1,200)万元', 'negative'],
    ['1,23', 'grouping'],
    ['1,2345', 'grouping'],
    ['1.2.3', 'grouping'],
    ['约100', 'approximate'],
    ['100左右', 'approximate'],
    ['100余', 'approximate'],
    ['1000-1200', 'notANumber'],
    ['1000～1200', 'approximate'],
    ['2022-09-30', 'date'],
    ['2022/9/30', 'date'],
    ['9月30日', 'date'],
    ['#DIV/0!', 'sheetError'],
    ['#N/A', 'sheetError'],
    ['########', 'sheetError'],
    ['$5', 'currency'],
    ['5万美元', 'currency'],
    ['¥1,234', 'yuanSign'],
    ['abc', 'notANumber'],
    ['见附件', 'notANumber'],
    ['12abc', 'notANumber'],
    ['٣', 'notANumber'],
    ['Infinity', 'notANumber'],
    ['0x1F', 'notANumber'],
    ['1e400', 'tooLarge'],
    ['1.7976931348623157E+308', 'tooLarge'],
    ['1.0000001', 'tooPrecise'],
    ['1元', '0.0001, scaled 元'],
    ['0.001元', 'tooPrecise'],
    ['9'.repeat(500), 'notANumber'],
  ])('%j is refused or read: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('a piece of a thing that is counted is refused, and so is another thing', () => {
    expect(read('1.5', '次')).toBe('notWhole')
    expect(read('1.23456万', '次')).toBe('notWhole')
    expect(read('5件', '次')).toBe('unitOther')
    expect(read('5元', '次')).toBe('unitOther')
    expect(read('5家', '万元')).toBe('unitOther')
    expect(read('¥5', '次')).toBe('unitOther')
  })

  it.each(['—', '－', '--', '/', '无', 'N/A', 'n/a', 'NA', '不适用', '暂无数据', '…'])(
    '%s says that there is no figure, which is not zero',
    (text) => {
      expect(read(text)).toBe('none')
    },
  )

  it.each(['', ' ', '\u00a0', "'", '\u200b'])('%j is blank', (text) => {
    expect(read(text)).toBe('blank')
  })

  it('scientific notation is written out exactly; whether digits are lost is said', () => {
    expect(read('7.14E+04')).toBe('71400, exponent')
    expect(read('1.5e-3')).toBe('0.0015, exponent')
    expect(read('7.14E+04', '万元', { stored: '71402.5' })).toBe('71402.5, stored')
    expect(read('7.14E+04', '万元', { stored: '71400' })).toBe('71400, exponent')
  })

  it('what the sheet holds is taken where it shows it rounded, and nowhere else', () => {
    expect(read('71,403', '万元', { stored: '71402.5' })).toBe('71402.5, stored')
    expect(read('71,402.5', '万元', { stored: '71402.5' })).toBe('71402.5, cleaned')
    expect(read('0.3', '万元', { stored: '0.30000000000000004' })).toBe('0.3')
    expect(read('71402.5', '万元', { stored: '71402.499999999996' })).toBe('71402.5')
    // A format that shows 万 of what is held in 元.
    expect(read('1.2', '万元', { stored: '12345' })).toBe('1.2')
    expect(read('1.2万', '万元', { stored: '12345' })).toBe('1.2, sameUnit 万')
  })
})

describe('whatever is pasted', () => {
  const units = fc.constantFrom(...UNITS)
  const digits = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat({ max: 4 }))
    .map(([whole, places]) => {
      const text = whole.toString().padStart(places + 1, '0')
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    })

  it('never throws, and a figure is one that can also be typed', () => {
    const pieces = fc.constantFrom(
      ..."0123456789.,-+()（）％%eE万亿元千百 　—无约¥'#/\t\n".split(''),
      '万元',
      '亿元',
      '\u200b',
      'E+',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 14 }).map((each) => each.join('')),
    )
    fc.assert(
      fc.property(text, units, fc.option(text, { nil: undefined }), (pasted, unit, stored) => {
        const one = readPastedNumber(pasted, unit, {
          ...(stored === undefined ? {} : { stored }),
          unit: stored,
        })
        if (one.kind !== 'figure') return
        // No figure without a digit in what was pasted.
        expect(pasted.normalize('NFKC')).toMatch(/\d/)
        expect(parseFigure(one.value, unit)).toEqual({ ok: true, value: one.value })
      }),
      { numRuns: 3000 },
    )
  })

  it('is scaled exactly between units of money', () => {
    const powers = { 元: 1n, 千元: 1_000n, 万元: 10_000n, 百万元: 1_000_000n, 亿元: 100_000_000n } as const
    const from = fc.constantFrom(...(Object.keys(powers) as (keyof typeof powers)[]))
    fc.assert(
      fc.property(digits, from, fc.constantFrom('万元', '亿元'), (text, said, unit) => {
        for (const one of [
          readPastedNumber(text + said, unit),
          readPastedNumber(text, unit, { unit: said }),
          readPastedNumber(`${text}e0${said}`, unit),
        ]) {
          if (one.kind === 'refused') {
            expect(['tooPrecise', 'tooLarge']).toContain(one.code)
            continue
          }
          const value = one.kind === 'figure' ? decimal(one.value) : ratio(-1n)
          expect(compare(mul(value, ratio(powers[unit])), mul(decimal(text), ratio(powers[said])))).toBe(0)
        }
      }),
    )
  })

  it('without a word of its own is just what the box would read', () => {
    fc.assert(
      fc.property(digits, units, (text, unit) => {
        const typed = parseFigure(text, unit)
        const one = readPastedNumber(text, unit)
        if (typed.ok) expect(one).toMatchObject({ kind: 'figure', value: typed.value })
        else expect(one).toEqual({ kind: 'refused', code: typed.error.code })
      }),
    )
  })
})
