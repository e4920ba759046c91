import { describe, expect, it } from 'vitest'
import {
  exportLimit,
  goesOn,
  tooManyRows,
  MOST_EXPORTS_A_DAY,
  MOST_EXPORTS_OPEN,
} from '@/lib/rules/export-limits'

describe('how many exports a person may have', () => {
  it('two at a time and twenty a day', () => {
    expect([MOST_EXPORTS_OPEN, MOST_EXPORTS_A_DAY]).toEqual([2, 20])
  })

  it('one more is refused on the bound and not before, the simultaneous ones first', () => {
    expect(exportLimit({ open: 0, today: 0 })).toBeNull()
    expect(exportLimit({ open: 1, today: 19 })).toBeNull()
    expect(exportLimit({ open: 2, today: 19 })).toBe('open')
    expect(exportLimit({ open: 3, today: 19 })).toBe('open')
    expect(exportLimit({ open: 1, today: 20 })).toBe('day')
    expect(exportLimit({ open: 1, today: 21 })).toBe('day')
    expect(exportLimit({ open: 2, today: 20 })).toBe('open')
  })

  it('two hundred thousand rows fit one table, and not one more', () => {
    expect([tooManyRows(20_000, 10), tooManyRows(200_001, 1), tooManyRows(0, 12)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('one that gets nowhere is begun three times', () => {
    expect([1, 2, 3, 4].map(goesOn)).toEqual([true, true, true, false])
  })
})
