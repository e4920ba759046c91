import { nameKey } from '@/lib/values'
import type { Identity } from './identity'

/** A register row as far as it decides whether it counts at all. */
export interface Countable extends Identity {
  /** Of a patent navigation: what it is for. */
  readonly details?: { readonly projectType?: string }
  /** A decided case says that another city counts it. */
  readonly elsewhere?: boolean
}

/**
 * Why a row counts nothing by itself, whatever else the register holds; null where it may count. Of patent navigations only
 * the industry type counts (二·2 产业类专利导航); rows from before the type was asked were entered under that very name.
 */
export function whyNotCountable({ details, elsewhere }: Countable): 'otherType' | 'elsewhere' | null {
  const { projectType = 'industryPlanning' } = details ?? {}
  if (projectType !== 'industryPlanning') return 'otherType'
  return elsewhere === true ? 'elsewhere' : null
}

/** A case about an enterprise of the city, as far as counting is concerned. */
export interface CaseMark {
  readonly number: number
  readonly indicator: string
  readonly identity: string
  /** As decided last; null while it is not: until then it counts. */
  readonly counts: boolean | null
}

/**
 * The case that a row of a result is part of. A case about who has no code is about every row of that name, however it is
 * written. Of several cases the one that says it does not count here.
 */
export function caseOf(cases: readonly CaseMark[], indicator: string, row: Identity): CaseMark | null {
  const about = cases.filter((each) => each.indicator === indicator && isAbout(each.identity, row))
  return about.find(({ counts }) => counts === false) ?? about[0] ?? null
}

const isAbout = (identity: string, row: Identity): boolean =>
  identity.startsWith(BY_NAME) ? identity === BY_NAME + nameKey(row.name, []) : identity === row.creditCode

/** With this begins the identity of a case about a name. */
const BY_NAME = 'name:'

/** Rows of one city, those marked that a decided case lets count in another. */
export function markElsewhere<R extends Countable & { readonly indicator: string }>(
  rows: readonly R[],
  cases: readonly CaseMark[],
): readonly (R & Countable)[] {
  const lost = cases.filter(({ counts }) => counts === false)
  if (lost.length === 0) return rows
  return rows.map((row) => ({ ...row, elsewhere: caseOf(lost, row.indicator, row) !== null }))
}
