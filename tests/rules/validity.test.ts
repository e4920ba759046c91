import { describe, expect, it } from 'vitest'
import { countValid, validityOf } from '@/lib/rules/validity'

const DAY = '2022-12-31'
const row = (creditCode: string, validTo?: string, validFrom?: string) => ({
  name: creditCode,
  creditCode,
  details: { ...(validTo !== undefined && { validTo }), ...(validFrom !== undefined && { validFrom }) },
})

describe('a certificate', () => {
  it('holds from its first day to its last', () => {
    const on = (day: string) =>
      validityOf([{ details: { validFrom: '2020-01-01', validTo: '2022-12-31' } }], day)
    expect(['2019-12-31', '2020-01-01', '2022-12-31', '2023-01-01'].map(on)).toEqual([
      'expired',
      'valid',
      'valid',
      'expired',
    ])
  })

  it('that says only until when holds until then, and of one that does not say nothing is known', () => {
    expect(validityOf([{ details: { validTo: DAY } }], DAY)).toBe('valid')
    expect(validityOf([{ details: { validTo: '', validFrom: '2020-01-01' } }], DAY)).toBeNull()
    expect(validityOf([{}], DAY)).toBeNull()
    expect(validityOf([], DAY)).toBeNull()
  })

  it('of several is enough', () => {
    expect(validityOf([{ details: { validTo: '2021-01-01' } }, {}, { details: { validTo: DAY } }], DAY)).toBe(
      'valid',
    )
  })
})

describe('how many entities hold a certificate', () => {
  it('is counted entity by entity, however many rows each has', () => {
    expect(
      countValid(
        [row('A', DAY), row('A', '2020-01-01'), row('B', '2022-12-30'), row('C', '2023-01-01')],
        DAY,
      ),
    ).toBe(2)
    expect(countValid([], DAY)).toBe(0)
  })

  it('is not known while one entity does not say until when, and another row of it may say it', () => {
    expect(countValid([row('A', DAY), row('B')], DAY)).toBeNull()
    expect(countValid([row('A', DAY), row('B'), row('B', '2021-01-01')], DAY)).toBe(1)
  })

  it('leaves out whom another city counts', () => {
    expect(countValid([row('A', DAY), { ...row('B'), elsewhere: true }], DAY)).toBe(1)
  })
})
