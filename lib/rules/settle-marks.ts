import { indicators, type IndicatorCode } from '@/lib/notice'
import type { Marks } from './score'

/** What one person says of a result that only people can judge. */
export interface Mark {
  readonly indicator: IndicatorCode
  readonly mark: number
}

/** How two readings of one result stand: not both there, the same, different, or settled by a third. */
export interface SettledMark {
  readonly indicator: IndicatorCode
  readonly first: number | null
  readonly second: number | null
  readonly state: 'open' | 'agreed' | 'differs' | 'settled'
  /** The mark that counts; null while there is none. */
  readonly mark: number | null
}

/** The results that only people judge, in the order of the notice. */
export const judgedIndicators: readonly IndicatorCode[] = indicators
  .filter(({ kind }) => kind === 'qualitative')
  .map(({ code }) => code)

/**
 * What two independent readings and a third person's settlements come to, result by result. Readings that agree need no
 * settlement, and a settlement of what agrees or is not read by both counts for nothing. Of several by one person the last
 * counts.
 */
export function settleMarks(
  first: readonly Mark[],
  second: readonly Mark[],
  settlements: readonly Mark[],
): readonly SettledMark[] {
  const of = (marks: readonly Mark[], code: IndicatorCode): number | null =>
    marks.findLast(({ indicator }) => indicator === code)?.mark ?? null
  return judgedIndicators.map((indicator): SettledMark => {
    const [one, two] = [of(first, indicator), of(second, indicator)]
    const read = { indicator, first: one, second: two }
    if (one === null || two === null) return { ...read, state: 'open', mark: null }
    if (one === two) return { ...read, state: 'agreed', mark: one }
    const settled = of(settlements, indicator)
    return settled === null
      ? { ...read, state: 'differs', mark: null }
      : { ...read, state: 'settled', mark: settled }
  })
}

/** Settled marks as a score takes them; what is open is left out. */
export const marksOf = (settled: readonly SettledMark[]): Marks =>
  Object.fromEntries(
    settled.flatMap(({ indicator, mark }) => (mark === null ? [] : [[indicator, String(mark)]])),
  )
