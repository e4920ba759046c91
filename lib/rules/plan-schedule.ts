import { quarterAt, quarterIndex, quarterOfDate, type Quarter } from '@/lib/values'
import type { PlanLine } from './plan-tree'

/** Where the bars of a plan stand, in thousandths of the time from the first quarter to the last. */
export interface PlanSchedule {
  readonly quarters: readonly Quarter[]
  /** By the number of the line; those without days have none. */
  readonly bars: ReadonlyMap<string, { readonly from: number; readonly width: number }>
  /** Null when today lies outside. */
  readonly today: number | null
}

const DAY = 86_400_000
const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`)

/** Lays a plan out in whole quarters, from the one in which the first task begins to the one in which the last ends. */
export function planSchedule(lines: readonly PlanLine[], today: string): PlanSchedule | null {
  const starts = lines.map(({ startsOn }) => startsOn).filter((day) => day !== null)
  const ends = lines.map(({ endsOn }) => endsOn).filter((day) => day !== null)
  const [first, last] = [starts.sort()[0], ends.sort().at(-1)]
  if (first === undefined || last === undefined || last < first) return null
  const [from, to] = [quarterIndex(quarterOfDate(noon(first))), quarterIndex(quarterOfDate(noon(last)))]
  const quarters = Array.from({ length: to - from + 1 }, (_, i) => quarterAt(from + i))
  const begin = beginOf(quarterAt(from))
  const whole = beginOf(quarterAt(to + 1)) - begin
  const place = (time: number): number => Math.round(((time - begin) * 1000) / whole)
  const bars = new Map<string, { from: number; width: number }>()
  for (const { code, startsOn, endsOn } of lines) {
    if (startsOn === null || endsOn === null || endsOn < startsOn) continue
    const left = place(midnight(startsOn))
    bars.set(code, { from: left, width: Math.max(3, place(midnight(endsOn) + DAY) - left) })
  }
  const now = midnight(today)
  return { quarters, bars, today: now >= begin && now < begin + whole ? place(now) : null }
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`)

function beginOf(quarter: Quarter): number {
  const month = String((Number(quarter.slice(5)) - 1) * 3 + 1).padStart(2, '0')
  return midnight(`${quarter.slice(0, 4)}-${month}-01`)
}
