import type { IndicatorCode } from '@/lib/notice'

/** Where money comes from: 中央, 地方, 社会. */
export const fundSources = ['central', 'local', 'social'] as const
export type FundSource = (typeof fundSources)[number]

/** Amounts in whole yuan by source; null where nothing was said, which is not nothing. */
export type BySource = Readonly<Record<FundSource, bigint | null>>

/** One task of a city's plan. */
export interface PlanTask {
  /** Its number, which is its place: `1.2.3` lies under `1.2`. */
  readonly code: string
  readonly title: string
  /** Who carries it out; '' while nobody was named. */
  readonly department: string
  /** Calendar days, `2021-03-01`; null while not set. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly budget: BySource
  /** The results it serves. */
  readonly indicators: readonly IndicatorCode[]
}

/** The number of the task above; '' for a head. */
export const parentOf = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')))

/** Orders numbers as people count: 1.2 before 1.10. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? 0)
}
