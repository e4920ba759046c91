import { describe, expect, it } from 'vitest'
import { exportDue, type Cadence } from '@/lib/rules/export-due'

const LONG_AGO = new Date('2020-01-01T00:00:00+08:00')
const due = (cadence: Cadence, now: string, since: Date | string = LONG_AGO) =>
  exportDue(cadence, {
    now: new Date(now),
    since: new Date(since),
    locks: [
      { quarter: '2022Q3', lockedAfter: new Date('2022-10-31T23:59:59+08:00') },
      { quarter: '2022Q2', lockedAfter: new Date('2022-07-31T23:59:59+08:00') },
    ],
  })

describe('what is made by itself', () => {
  it('is nothing where no cadence is set', () => {
    expect(due('none', '2022-10-10T12:00:00+08:00')).toBeNull()
  })

  it('each week from Monday at eight on, Asia/Shanghai', () => {
    expect(due('weekly', '2022-10-10T07:59:59.999+08:00')).toBe('2022-10-03')
    expect(due('weekly', '2022-10-10T08:00:00+08:00')).toBe('2022-10-10')
    expect(due('weekly', '2022-10-16T23:59:59+08:00')).toBe('2022-10-10')
    expect(due('weekly', '2022-10-17T08:00:00+08:00')).toBe('2022-10-17')
  })

  it('each month from its first day at eight on', () => {
    expect(due('monthly', '2022-10-01T07:59:59.999+08:00')).toBe('2022-09')
    expect(due('monthly', '2022-10-01T08:00:00+08:00')).toBe('2022-10')
    expect(due('monthly', '2023-01-31T12:00:00+08:00')).toBe('2023-01')
  })

  it('after each lock, the latest one alone, whatever the order of the quarters', () => {
    expect(due('afterLock', '2022-07-31T23:59:59+08:00')).toBeNull()
    expect(due('afterLock', '2022-08-01T00:00:00+08:00')).toBe('2022Q2')
    expect(due('afterLock', '2022-10-31T23:59:59+08:00')).toBe('2022Q2')
    expect(due('afterLock', '2022-11-01T00:00:00+08:00')).toBe('2022Q3')
  })

  it('and nothing that was due before it was set, or at that very moment', () => {
    expect(due('weekly', '2022-10-12T12:00:00+08:00', '2022-10-10T08:00:00+08:00')).toBeNull()
    expect(due('weekly', '2022-10-12T12:00:00+08:00', '2022-10-10T07:59:59.999+08:00')).toBe('2022-10-10')
    expect(due('monthly', '2022-10-12T12:00:00+08:00', '2022-10-01T08:00:00+08:00')).toBeNull()
    expect(due('afterLock', '2022-11-01T12:00:00+08:00', '2022-10-31T23:59:59+08:00')).toBeNull()
    expect(due('afterLock', '2022-11-01T12:00:00+08:00', '2022-10-31T23:59:58+08:00')).toBe('2022Q3')
  })
})
