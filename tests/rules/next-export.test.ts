import { describe, expect, it } from 'vitest'
import { nextExport } from '@/lib/rules/next-export'
import type { Cadence } from '@/lib/rules/export-due'

const next = (cadence: Cadence, now: string) =>
  nextExport(cadence, {
    now: new Date(now),
    locks: [
      { quarter: '2022Q3', lockedAfter: new Date('2022-10-31T23:59:59+08:00') },
      { quarter: '2022Q2', lockedAfter: new Date('2022-07-31T23:59:59+08:00') },
    ],
  })?.toISOString() ?? null
const at = (moment: string) => new Date(moment).toISOString()

describe('when an export is made by itself the next time', () => {
  it('is never where no cadence is set', () => {
    expect(next('none', '2022-10-10T12:00:00+08:00')).toBeNull()
  })

  it('is the next Monday at eight, Asia/Shanghai', () => {
    expect(next('weekly', '2022-10-10T07:59:59.999+08:00')).toBe(at('2022-10-10T08:00:00+08:00'))
    expect(next('weekly', '2022-10-10T08:00:00+08:00')).toBe(at('2022-10-17T08:00:00+08:00'))
    expect(next('weekly', '2022-10-16T23:59:59+08:00')).toBe(at('2022-10-17T08:00:00+08:00'))
  })

  it('is the next first of a month at eight, over the end of a year', () => {
    expect(next('monthly', '2022-12-01T07:59:59.999+08:00')).toBe(at('2022-12-01T08:00:00+08:00'))
    expect(next('monthly', '2022-12-01T08:00:00+08:00')).toBe(at('2023-01-01T08:00:00+08:00'))
  })

  it('is the first lock to come, whatever the order of the quarters; none where none is set', () => {
    expect(next('afterLock', '2022-07-31T23:59:59+08:00')).toBe(at('2022-07-31T23:59:59+08:00'))
    expect(next('afterLock', '2022-08-01T00:00:00+08:00')).toBe(at('2022-10-31T23:59:59+08:00'))
    expect(next('afterLock', '2022-11-01T00:00:00+08:00')).toBeNull()
  })
})
