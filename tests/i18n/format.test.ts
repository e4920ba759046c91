import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountInCapitals,
  amountInWords,
  formatDate,
  formatDateTime,
  formatDay,
  formatGap,
  formatGrowth,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
} from '@/lib/i18n'

describe('a number', () => {
  it.each([
    ['1234567.5', '1,234,567.5'],
    ['0', '0'],
    ['-1234', '−1,234'],
    ['1/3', '≈0.33'],
    ['999999999999999999.999999', '999,999,999,999,999,999.999999'],
  ])('%s is shown as %s', (value, shown) => {
    expect(formatNumber(value)).toBe(shown)
  })

  it('is shown exactly, whatever its size, and can be read back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.nat({ max: 999_999 }),
        (whole, part) => {
          const text = `${whole}.${String(part).padStart(6, '0')}`.replace(/\.?0+$/, '')
          fc.pre(!/^-?0?$/.test(text) && whole !== 0n)
          const shown = formatNumber(text)
          expect(shown.replace(/,/g, '').replace('−', '-')).toBe(
            text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''),
          )
        },
      ),
    )
  })

  it('says when it was rounded, and the sign of a gap', () => {
    expect(formatPercent('1/5')).toBe('20.0%')
    expect(formatPercent('1/3')).toBe('≈33.3%')
    expect([formatGap('12'), formatGap('-3.5'), formatGap('0')]).toEqual(['+12', '−3.5', '0'])
  })

  it('of growth is a dash where there is nothing to grow from', () => {
    expect(formatGrowth('1000', '1200')).toBe('+20.0%')
    expect(formatGrowth('1000', '999')).toBe('−0.1%')
    expect([formatGrowth('0', '5'), formatGrowth(null, '5'), formatGrowth('5', null)]).toEqual([
      '—',
      '—',
      '—',
    ])
  })
})

describe('money', () => {
  it.each([
    ['15000', '1.5亿元', '150 million yuan'],
    ['9999.99', '9,999.99万元', '99.9999 million yuan'],
    ['0', '0万元', '0 yuan'],
    ['0.01', '0.01万元', '100 yuan'],
    ['1000000', '100亿元', '10 billion yuan'],
  ])('%s 万元 is %s and %s', (wan, chinese, english) => {
    expect([formatMoney('zh-CN', wan), formatMoney('en', wan)]).toEqual([chinese, english])
  })

  it.each([
    ['15000', '万元', '一亿五千万元', 'one hundred and fifty million yuan'],
    ['1205', '万元', '一千二百零五万元', 'twelve million fifty thousand yuan'],
    ['0.000010', '万元', '零元一角', 'zero yuan and ten fen'],
    ['10', '元', '十元', 'ten yuan'],
    ['100010', '元', '十万零一十元', 'one hundred thousand and ten yuan'],
  ])('%s %s read aloud is %s, %s', (value, unit, chinese, english) => {
    expect([amountInWords('zh-CN', value, unit), amountInWords('en', value, unit)]).toEqual([
      chinese,
      english,
    ])
  })

  it.each([
    [25_000_000n, '人民币贰仟伍佰万元整'],
    [100_500n, '人民币壹拾万零伍佰元整'],
    [12_050_300n, '人民币壹仟贰佰零伍万零叁佰元整'],
    [150_000_000n, '人民币壹亿伍仟万元整'],
    [0n, '人民币零元整'],
  ])('%s yuan in the numerals of money is %s', (yuan, capitals) => {
    expect(amountInCapitals(yuan)).toBe(capitals)
  })

  it('is not read aloud where there is none, or where it does not come out in fen', () => {
    expect([
      amountInWords('zh-CN', '12', '家'),
      amountInWords('en', '0.0000001', '万元'),
      amountInWords('en', '-1', '元'),
    ]).toEqual([undefined, undefined, undefined])
  })
})

describe('time', () => {
  it('is that of Shanghai, whatever the machine’s', () => {
    const newYear = '2022-12-31T16:00:00.000Z'
    expect([formatDateTime('zh-CN', newYear), formatDateTime('en', newYear)]).toEqual([
      '2023年1月1日 00:00',
      '1 Jan 2023, 00:00',
    ])
    expect(formatDate('zh-CN', new Date('2022-12-31T15:59:59Z'))).toBe('2022年12月31日')
    expect([formatDay('zh-CN', '2022-09-30'), formatDay('en', '2022-09-30')]).toEqual([
      '2022年9月30日',
      '30 Sep 2022',
    ])
  })

  it('is divided into quarters and years', () => {
    expect([formatPeriod('zh-CN', '2022Q3'), formatPeriod('en', '2022Q3')]).toEqual([
      '2022年第三季度',
      '2022 Q3',
    ])
    expect([formatPeriod('zh-CN', '2019'), formatPeriod('en', '2019')]).toEqual(['2019年', '2019'])
  })
})
