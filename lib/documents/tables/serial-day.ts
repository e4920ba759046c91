import type { FormatKind } from './number-format'
import type { Said } from './stored-number'

const SECONDS = 86_400
const DAYS_TO_1970 = 25_569
const DAYS_OF_1904 = 1462
const LAST = 2_958_465

/**
 * The day and time that a serial number counts, in no time zone. Excel counts a 29 February 1900 that never was; workbooks of
 * old Macintoshes count from 1904.
 */
export function serialDay(number: string, format: FormatKind, date1904: boolean): Said {
  const serial = Number(number)
  const seconds = Math.round((serial - Math.floor(serial)) * SECONDS)
  const counted = Math.floor(serial) + Math.floor(seconds / SECONDS)
  const time = clock(seconds % SECONDS)
  if (!(serial >= 0)) return noSuchDay(number)
  if (counted === 0 && (format === 'time' || (time !== '00:00:00' && !date1904))) return date(time)
  const days = date1904 ? counted + DAYS_OF_1904 : counted
  if (days < 1 || days === 60 || days > LAST) return noSuchDay(days === 60 ? '1900-02-29' : number)
  const since1970 = (days < 60 ? days + 1 : days) - DAYS_TO_1970
  const day = dayAt(since1970)
  return date(time === '00:00:00' ? day : `${day}T${time}`)
}

// A column of dates holds few different days.
const known = new Map<number, string>()

function dayAt(since1970: number): string {
  const found = known.get(since1970)
  if (found !== undefined) return found
  const day = new Date(since1970 * SECONDS * 1000).toISOString().slice(0, 10)
  if (known.size > 10_000) known.clear()
  known.set(since1970, day)
  return day
}

/** An ISO 8601 date as a cell may hold it; a zone written there means nothing in a sheet and is left out. */
export function isoDay(raw: string): Said {
  const match = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    raw.trim(),
  )
  const [, day = '', minutes = ''] = match ?? []
  const time = minutes.length === 5 ? `${minutes}:00` : minutes
  if (match === null || day + time === '') return noSuchDay(raw)
  if (day !== '' && !isDay(day)) return noSuchDay(raw)
  if (time > '23:59:59') return noSuchDay(raw)
  if (day === '') return date(time)
  return date(time === '' || time === '00:00:00' ? day : `${day}T${time}`)
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const date = (text: string): Said => ({ kind: 'date', text, doubt: null })
const noSuchDay = (text: string): Said => ({
  kind: 'error',
  text: text.trim().slice(0, 100),
  doubt: 'noSuchDay',
})

function clock(seconds: number): string {
  if (seconds === 0) return '00:00:00'
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const two = (value: number): string => String(value).padStart(2, '0')
