/** 1 to 4. */
export type QuarterNumber = 1 | 2 | 3 | 4
/** A calendar quarter such as `2022Q3`. */
export type Quarter = `${number}Q${QuarterNumber}`
/** A calendar year such as `2019`. */
export type Year = `${number}`
export type Period = Quarter | Year

const QUARTER = /^[1-9]\d{3}Q[1-4]$/
const YEAR = /^[1-9]\d{3}$/

/** Whether a text is a quarter, written exactly as `2022Q3`. */
export function isQuarter(text: string): text is Quarter {
  return QUARTER.test(text)
}

/** Whether a text is a year of four digits. */
export function isYear(text: string): text is Year {
  return YEAR.test(text)
}

export type ParsedPeriod =
  | { readonly kind: 'year'; readonly period: Year; readonly year: number }
  | {
      readonly kind: 'quarter'
      readonly period: Quarter
      readonly year: number
      readonly quarter: QuarterNumber
    }

/** Reads a year or a quarter; undefined for anything else. */
export function parsePeriod(text: string): ParsedPeriod | undefined {
  if (isQuarter(text))
    return { kind: 'quarter', period: text, year: yearOf(text), quarter: quarterNumberOf(text) }
  if (isYear(text)) return { kind: 'year', period: text, year: Number(text) }
  return undefined
}

/** Reads a quarter; undefined for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  return isQuarter(text) ? text : undefined
}

/** The quarter of a year and a number. */
export function quarterOf(year: number, quarter: QuarterNumber): Quarter {
  return quartersOf(year)[quarter - 1] as Quarter
}

/** The year as a period. */
export function yearPeriod(year: number): Year {
  return `${year}`
}

/** The calendar year of a quarter or a year. */
export function yearOf(period: Period): number {
  // Digit by digit, as every verdict asks for it several times.
  return digit(period, 0) * 1000 + digit(period, 1) * 100 + digit(period, 2) * 10 + digit(period, 3)
}

function digit(period: Period, at: number): number {
  return period.charCodeAt(at) - 48
}

/** 1 to 4. */
export function quarterNumberOf(quarter: Quarter): QuarterNumber {
  return digit(quarter, 5) as QuarterNumber
}

type YearQuarters = readonly [Quarter, Quarter, Quarter, Quarter]

// The names of quarters are asked for at every figure read; there are few years, so each is spelt once.
const spelt = new Map<number, YearQuarters>()

/** The four quarters of a year. */
export function quartersOf(year: number): YearQuarters {
  let quarters = spelt.get(year)
  if (!quarters) {
    quarters = [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}Q4`]
    spelt.set(year, quarters)
  }
  return quarters
}

/** A whole number that rises by one each quarter, so that quarters can be counted and compared. */
export function quarterIndex(quarter: Quarter): number {
  return yearOf(quarter) * 4 + quarterNumberOf(quarter) - 1
}

/** The quarter with this index. */
export function quarterAt(index: number): Quarter {
  return quartersOf(Math.floor(index / 4))[index % 4] as Quarter
}

/** The quarter so many later (or earlier, if negative). */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  return quarterAt(quarterIndex(quarter) + count)
}

/** Negative, zero or positive as a lies before, at or after b. */
export function compareQuarters(a: Quarter, b: Quarter): number {
  return quarterIndex(a) - quarterIndex(b)
}

/** The same quarter of the year before. */
export function sameQuarterLastYear(quarter: Quarter): Quarter {
  return addQuarters(quarter, -4)
}

/** Every quarter from the first to the last, both included; none if last lies before first. */
export function quartersBetween(first: Quarter, last: Quarter): readonly Quarter[] {
  const quarters: Quarter[] = []
  const end = quarterIndex(last)
  for (let index = quarterIndex(first); index <= end; index++) quarters.push(quarterAt(index))
  return quarters
}

// China has kept UTC+8 without summer time since 1992, long before the first figure of the programme.
const SHANGHAI_OFFSET = 8 * 60 * 60 * 1000

/** The calendar quarter an instant falls in, in Asia/Shanghai whatever the machine's zone. */
export function quarterOfDate(instant: Date): Quarter {
  const there = new Date(instant.getTime() + SHANGHAI_OFFSET)
  return quarterOf(there.getUTCFullYear(), (Math.floor(there.getUTCMonth() / 3) + 1) as QuarterNumber)
}

const DAY = 24 * 60 * 60 * 1000

/** Calendar days from one instant to another, as people in Asia/Shanghai count them. */
export function daysBetween(from: Date, to: Date): number {
  const day = (instant: Date): number => Math.floor((instant.getTime() + SHANGHAI_OFFSET) / DAY)
  return day(to) - day(from)
}

/** The last calendar day of a quarter, as `2022-09-30`. */
export function lastDayOf(quarter: Quarter): string {
  return `${quarter.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][quarterNumberOf(quarter) - 1]}`
}

/** The calendar day of an instant in Asia/Shanghai, as `2022-10-12`. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10)
}

/** Whether a text is a calendar day, `2021-03-01`. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T12:00:00+08:00`)
  return !Number.isNaN(at.getTime()) && dayOf(at) === text
}
