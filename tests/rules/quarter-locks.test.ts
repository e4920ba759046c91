import { expect, it } from 'vitest'
import { quarterLocks } from '@/lib/rules/quarter-locks'

it('names the lock of each quarter that has one, and of no base year', () => {
  const lockedAfter = new Date('2022-10-31T23:59:59+08:00')
  expect(
    quarterLocks([
      { period: '2022Q3', lockedAfter },
      { period: '2022Q4', lockedAfter: null },
      { period: '2019', lockedAfter },
    ]),
  ).toEqual([{ quarter: '2022Q3', lockedAfter }])
})
