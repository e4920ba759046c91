import type { Configuration, NotComputableReason, VerdictCode } from '@/lib/rules'
import { quarterNumberOf, type Period, type Quarter, type QuarterNumber } from '@/lib/values'
import type { Term } from './sheet'

/** What a rule published says of one result: the entry of rules/versions.json. */
export interface Subject {
  readonly code: string
  readonly clause: string
  readonly unit: string
  readonly kind: 'growth' | 'count' | 'qualitative'
  readonly floor: string | null
}

/** What is judged, and how: R3 and R4 in full, the quarter, and the number judged against. */
export interface Question {
  readonly subject: Subject
  readonly configuration: Required<Configuration>
  readonly asOf: Quarter
  readonly threshold: Term
  /** How many certificates hold at the end of a quarter, where that is known (R9). */
  readonly valid: ReadonlyMap<string, string>
  /** Whether the number itself is not enough: the other reading of 以上 (R1). */
  readonly mustExceed?: boolean
}

/** Whether a number is enough, as the question reads 以上. */
export function isEnough({ mustExceed = false }: Question, actual: Term, required: Term): boolean {
  return mustExceed ? !required.value.reaches(actual.value) : actual.value.reaches(required.value)
}

/** A verdict worked out again. */
export interface Answer {
  readonly verdict: VerdictCode
  readonly readings: readonly string[]
  readonly reason?: NotComputableReason
  readonly missing?: readonly Period[]
  readonly actual?: Term
  readonly required?: Term
  readonly gap?: Term
}

/** The quarter that is judged: years since the base year, and the quarter of that year. */
export interface Judged {
  readonly k: number
  readonly quarter: QuarterNumber
  readonly last: boolean
}

/** Places a quarter in the span: what lies behind its end is judged as of its end (R3). */
export function judgedAt({ baseYear, intervals }: Configuration, asOf: Quarter): Judged {
  const k = Number(asOf.slice(0, 4)) - baseYear
  if (k > intervals) return { k: intervals, quarter: 4, last: true }
  const quarter = quarterNumberOf(asOf)
  return { k, quarter, last: k === intervals && quarter === 4 }
}

/** The first so many quarters of a year. */
export function quartersOfYear(year: number, upTo = 4): Quarter[] {
  const all: Quarter[] = [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}Q4`]
  return all.slice(0, upTo)
}

/** Every quarter of the span up to the one judged. */
export function quartersSoFar({ baseYear }: Configuration, { k, quarter }: Judged): Quarter[] {
  const years = Array.from({ length: Math.max(0, k) }, (_, i) => baseYear + 1 + i)
  return years.flatMap((year, i) => quartersOfYear(year, i === k - 1 ? quarter : 4))
}
