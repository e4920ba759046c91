import { describe, expect, it } from 'vitest'
import { burdenByPeriod, burdenShown } from '@/lib/reporting/burden-by-period'

const burden = (
  city: string,
  version: number,
  seconds: number | null,
  period: '2022Q1' | '2022Q2' = '2022Q1',
) => ({
  city,
  period,
  version,
  openedAt: seconds === null ? null : new Date(0),
  activeSeconds: seconds ?? 0,
  itemsAsked: 19,
  itemsReused: version,
})

describe('the burden of reporting', () => {
  it('is summed by period: versions of a report together, the middle report, the latest answers', () => {
    const all = [
      burden('910100', 1, 600),
      burden('910100', 2, 61),
      burden('910200', 1, 120),
      burden('920100', 1, 1),
      burden('920200', 1, null),
      burden('910100', 1, null, '2022Q2'),
    ]
    expect(burdenByPeriod(all)).toEqual([
      {
        period: '2022Q2',
        reports: 1,
        measured: 0,
        totalMinutes: null,
        medianMinutes: null,
        itemsAsked: 19,
        itemsReused: 1,
      },
      {
        period: '2022Q1',
        reports: 4,
        measured: 3,
        totalMinutes: 14,
        medianMinutes: 2,
        itemsAsked: 76,
        itemsReused: 5,
      },
    ])
  })

  it('of an even number of reports takes the mean of the two in the middle', () => {
    const [even] = burdenByPeriod([burden('910100', 1, 60), burden('910200', 1, 181)])
    expect(even?.medianMinutes).toBe(3)
  })

  it('counts a begun minute, and says nothing of a time that nobody told', () => {
    expect(burdenShown(burden('910100', 1, 61)).minutes).toBe(2)
    expect(burdenShown(burden('910100', 1, null)).minutes).toBeNull()
  })
})
