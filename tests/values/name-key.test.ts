import { describe, expect, it } from 'vitest'
import { nameKey } from '@/lib/values'

describe('the key of a name', () => {
  it.each([
    ['Nova Optics Co., Ltd.', 'ＮＯＶＡ　OPTICS', []],
    ['启明精密机械有限责任公司', '启明精密机械股份有限公司', []],
    ['启明（集团）公司', '启明集团', []],
    ['临江市启明公司', '启明有限公司', ['临江市', '东海省']],
    ['临江启明', '启明', ['临江市']],
  ])('is the same for %s and %s', (one, other, places) => {
    expect(nameKey(one, places)).toBe(nameKey(other, places))
  })

  it.each([
    ['启明一公司', '启明二公司', []],
    ['临江启明', '启明', []],
    ['Nova Optics', 'Nova Optic', []],
  ])('differs for %s and %s', (one, other, places) => {
    expect(nameKey(one, places)).not.toBe(nameKey(other, places))
  })

  it('is never empty: a name that is nothing but a form stays', () => {
    expect(nameKey('有限公司', [])).toBe('有限公司')
  })
})
