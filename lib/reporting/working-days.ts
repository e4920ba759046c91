// By its default export alone: that it has others, Node does not see.
import chineseDays from 'chinese-days'

// A day is 'YYYY-MM-DD' throughout, as dayOf says it in Asia/Shanghai.
const DAY = 86_400_000
const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/**
 * Whether people work that day: by the State Council's calendar with its adjusted workdays where it is published, and by the
 * week alone where it is not.
 */
export function isWorkingDay(day: string): boolean {
  const known = asked.get(day)
  if (known !== undefined) return known
  const isWorking = chineseDays.isWorkday(day)
  asked.set(day, isWorking)
  return isWorking
}

// A queue of thousands of reports asks about the same few hundred days.
const asked = new Map<string, boolean>()

/** Whether the State Council's calendar of that day's year is known; otherwise a count of working days is provisional. */
export const isCalendarPublished = (day: string): boolean =>
  chineseDays.getHolidaysInRange(`${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`, false).length > 0

/** The day `count` working days after (or, negative, before) a day; the day itself never counts. */
export function addWorkingDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let [at, left] = [day, Math.abs(count)]
  while (left > 0) {
    at = after(at, step)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and including `to`: 0 on the same day; `to` before `from` gives 0. */
export function workingDaysBetween(from: string, to: string): number {
  const key = `${from}/${to}`
  const known = counted.get(key)
  if (known !== undefined) return known
  let count = 0
  for (let day = after(from, 1); day <= to; day = after(day, 1)) if (isWorkingDay(day)) count += 1
  if (counted.size >= MOST_COUNTED) counted.clear()
  counted.set(key, count)
  return count
}

// The same queue asks about the same spans again and again, and the longest are years.
const counted = new Map<string, number>()
const MOST_COUNTED = 20_000
