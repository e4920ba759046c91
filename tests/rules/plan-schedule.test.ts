import { describe, expect, it } from 'vitest'
import { planSchedule } from '@/lib/rules/plan-schedule'
import { planTree } from '@/lib/rules/plan-tree'
import { quartersBetween } from '@/lib/values'
import { planTask } from './plan-tasks'

type Days = readonly [from: string | null, to: string | null]

/** The schedule of tasks 2.1, 2.2 … with these days; heads have the days of the tasks under them. */
const schedule = (days: readonly Days[], today = '2021-01-01') =>
  planSchedule(
    planTree(days.map(([startsOn, endsOn], i) => planTask(`2.${i + 1}`, { startsOn, endsOn }))),
    today,
  )

describe('the schedule of a plan', () => {
  it('is laid out in whole quarters, from that of the first beginning to that of the last end', () => {
    expect(
      schedule([
        ['2021-06-30', '2021-07-01'],
        ['2020-12-31', '2021-05-01'],
      ])?.quarters,
    ).toEqual(['2020Q4', '2021Q1', '2021Q2', '2021Q3'])
    // Whichever head they lie under.
    const far = [
      planTask('2.1', { startsOn: '2021-05-01', endsOn: '2022-06-30' }),
      planTask('3.1', { startsOn: '2021-01-01', endsOn: '2021-06-30' }),
      planTask('4.1', { startsOn: '2021-09-01', endsOn: '2021-12-31' }),
    ]
    expect(planSchedule(planTree(far), '2021-01-01')?.quarters).toEqual(quartersBetween('2021Q1', '2022Q2'))
    // The first and the last day of a quarter are in it.
    expect(schedule([['2021-01-01', '2021-03-31']])?.quarters).toEqual(['2021Q1'])
    expect(schedule([['2020-12-31', '2021-04-01']])?.quarters).toEqual(['2020Q4', '2021Q1', '2021Q2'])
  })

  it('is none while no task has a beginning, or none an end, or the last end lies before the first beginning', () => {
    expect(schedule([])).toBeNull()
    expect(schedule([[null, null]])).toBeNull()
    expect(schedule([[null, '2021-03-31']])).toBeNull()
    expect(schedule([['2021-01-01', null]])).toBeNull()
    expect(schedule([['2021-02-02', '2021-02-01']])).toBeNull()
    expect(schedule([['2021-02-01', '2021-02-01']])?.quarters).toEqual(['2021Q1'])
  })

  it('places a bar by days, in thousandths: of 2021 the second quarter begins after 90 of 365 days', () => {
    const bars = schedule([
      ['2021-01-01', '2021-12-31'],
      ['2021-04-01', '2021-06-30'],
      ['2021-12-31', '2021-12-31'],
    ])?.bars
    expect(bars?.get('2.1')).toEqual({ from: 0, width: 1000 })
    // 90 ÷ 365 = 0.2466 and 181 ÷ 365 = 0.4959: both days at the ends count.
    expect(bars?.get('2.2')).toEqual({ from: 247, width: 249 })
    // A day would be 2.7 thousandths wide: no bar is narrower than 3.
    expect(bars?.get('2.3')).toEqual({ from: 997, width: 3 })
    expect(bars?.get('2')).toEqual({ from: 0, width: 1000 })
    expect(bars?.has('3')).toBe(false)
  })

  it('has a bar for a task of one day, and none for a task without both days or with its days reversed', () => {
    const bars = schedule([
      ['2021-01-01', '2021-03-31'],
      ['2021-02-01', '2021-02-01'],
      ['2021-02-01', null],
      [null, '2021-02-01'],
      ['2021-02-02', '2021-02-01'],
    ])?.bars
    // Of 90 days the 32nd: from 31 ÷ 90 on, 1 ÷ 90 wide.
    expect(bars?.get('2.2')).toEqual({ from: 344, width: 12 })
    expect(['2.1', '2.3', '2.4', '2.5'].map((code) => bars?.has(code))).toEqual([true, false, false, false])
  })

  it('shows today from the first day of the first quarter to the last day of the last, and on no other', () => {
    const today = (day: string) => schedule([['2021-02-01', '2021-05-01']], day)?.today
    expect(today('2020-12-31')).toBeNull()
    expect(today('2021-01-01')).toBe(0)
    expect(today('2021-04-01')).toBe(497)
    expect(today('2021-06-30')).toBe(994)
    expect(today('2021-07-01')).toBeNull()
  })
})
