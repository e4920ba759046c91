import { parseExact, toFixedString } from '@/lib/values'

/** How a cell looks beside others: to be filled in (and unlocked where its sheet is locked), wrong, or a link. */
export type CellLook = 'open' | 'wrong' | 'linked'

/**
 * One finished cell. Numbers are decimal strings, percents too (0.5 is shown as 50.0%), days `2022-09-30`, moments ISO instants
 * (shown in Asia/Shanghai).
 */
export type Cell = (
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'percent'; readonly value: string }
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'moment'; readonly value: string }
  | { readonly kind: 'blank' }
) & { readonly look?: CellLook }

/** An empty cell: nothing known, which is not zero. */
export const blank: Cell = { kind: 'blank' }

/** Words, a code or an identifier: never taken for a number or a formula. */
export function text(value: string | null): Cell {
  return value === null || value === '' ? blank : { kind: 'text', value }
}

/** An instant, blank where it has not come. */
export function moment(value: string | null): Cell {
  return value === null ? blank : { kind: 'moment', value }
}

const ROUNDED_PLACES = 6

/**
 * An exact number: a decimal as it is; a fraction such as `10/3`, which no spreadsheet holds, rounded to six places
 * (say so beside it: `isFraction`).
 */
export function figure(value: string | null): Cell {
  if (value === null) return blank
  const exact = isFraction(value) ? parseExact(value) : undefined
  return { kind: 'number', value: exact === undefined ? value : toFixedString(exact, ROUNDED_PLACES) }
}

/** An exact ratio, shown as per cent; rounded to six places of the ratio. */
export function percent(value: string | null): Cell {
  const cell = figure(value)
  return cell.kind === 'number' ? { kind: 'percent', value: cell.value } : cell
}

/** Whether an exact number has no finite decimal form. */
export function isFraction(value: string | null): value is string {
  return value?.includes('/') ?? false
}

const PLAIN = /^(-?)0*(\d+?)(?:\.(\d+))?$/

/**
 * The number as a spreadsheet can hold it: plain decimal digits, at most 15 significant ones (a double gives those back
 * unchanged). Undefined for everything else, which is then written as text rather than altered.
 */
export function spreadsheetNumber(
  value: string,
): { readonly digits: string; readonly places: number } | undefined {
  const match = PLAIN.exec(value)
  if (!match) return undefined
  const [, sign = '', whole = '', part = ''] = match
  const significant = (whole + part).replace(/^0+/, '')
  if (significant.length > 15 || part.length > 30) return undefined
  const digits = part === '' ? whole : `${whole}.${part}`
  return { digits: significant === '' ? digits : sign + digits, places: part.length }
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_A_DAY = 86_400_000
const DAYS_TO_1970 = 25_569
/** The first day on which every spreadsheet program counts alike: Excel's 1900-02-29 never was. */
const FIRST_SERIAL = 61

/** The serial number of a calendar day, undefined if there is no such day or it lies before March 1900. */
export function daySerial(day: string): number | undefined {
  const match = DAY.exec(day)
  if (!match) return undefined
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  const serial = time / MS_A_DAY + DAYS_TO_1970
  return new Date(time).toISOString().startsWith(day) && serial >= FIRST_SERIAL ? serial : undefined
}

/** Day and minute of an instant in Asia/Shanghai, `2022-10-12 14:05`; undefined if it is not an instant. */
export function shanghaiMinute(instant: string): string | undefined {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return undefined
  // Asia/Shanghai has been UTC+8 without summer time since 1992.
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** The serial number of an instant, in Asia/Shanghai and to the minute. */
export function momentSerial(instant: string): string | undefined {
  const shown = shanghaiMinute(instant)
  if (shown === undefined) return undefined
  const day = daySerial(shown.slice(0, 10))
  if (day === undefined) return undefined
  const minutes = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16))
  return minutes === 0 ? String(day) : (day + minutes / 1440).toFixed(10)
}
