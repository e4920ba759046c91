import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  isCalendarPublished,
  isWorkingDay,
  workingDaysBetween,
} from '@/lib/reporting/working-days'

describe('working days', () => {
  it('go by the State Council’s calendar: holidays are none, adjusted weekends are', () => {
    // 国办发明电〔2021〕11号: National Day 2022 is 1 to 7 October; Saturday 8 and Sunday 9 October are worked.
    expect(['2022-10-07', '2022-10-08', '2022-10-09', '2022-10-10', '2022-10-15'].map(isWorkingDay)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    // 国办发明电〔2020〕1号 prolonged the Spring Festival of 2020 to 2 February.
    expect(['2020-01-31', '2020-02-02', '2020-02-03'].map(isWorkingDay)).toEqual([false, false, true])
  })

  it('are counted after the first day, up to and including the last', () => {
    expect(workingDaysBetween('2022-09-30', '2022-10-10')).toBe(3)
    expect(workingDaysBetween('2022-10-10', '2022-10-10')).toBe(0)
    expect(workingDaysBetween('2022-10-10', '2022-10-01')).toBe(0)
  })

  it('are added and taken away', () => {
    expect(addWorkingDays('2022-09-30', 1)).toBe('2022-10-08')
    expect(addWorkingDays('2022-10-20', -5)).toBe('2022-10-13')
    expect(addWorkingDays('2022-10-10', -3)).toBe('2022-09-30')
    expect(addWorkingDays('2022-10-10', 0)).toBe('2022-10-10')
  })

  it('of a year whose calendar is not published yet are provisional', () => {
    expect(isCalendarPublished('2026-05-01')).toBe(true)
    expect(isCalendarPublished('2039-05-01')).toBe(false)
  })
})
