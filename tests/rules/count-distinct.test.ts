import { describe, expect, it } from 'vitest'
import { countDistinct, identityOf } from '@/lib/rules'

const row = (name: string, creditCode: string | null = null) => ({ name, creditCode })

describe('how many different entities a register is about (R5)', () => {
  it('counts one code once under any name, and one name without a code once however it is written', () => {
    const rows = [
      row('甲公司', '91110000000000000A'),
      row('甲集团', '91110000000000000A'),
      row('青岚  一期 ABS'),
      row('青岚一期ａｂｓ'),
      row('青岚二期ABS'),
    ]
    expect(countDistinct(rows)).toBe(3)
    expect(countDistinct([])).toBe(0)
  })

  it('leaves out a navigation of another type, and what is decided to count elsewhere', () => {
    expect(
      countDistinct([
        { ...row('a'), details: { projectType: 'talent' } },
        { ...row('b'), elsewhere: true },
        { ...row('c'), details: { projectType: 'industryPlanning' }, elsewhere: false },
        { ...row('d'), details: {} },
      ]),
    ).toBe(2)
  })

  it('never takes a name for a code', () => {
    expect(identityOf(row('Ａ b　C'))).toBe('name:abc')
    expect(identityOf(row('A', '91110000000000000A'))).toBe('91110000000000000A')
    expect(countDistinct([row('A', 'name:A'), row('a')])).toBe(2)
  })
})
