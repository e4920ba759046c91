import { nameKeys } from '@/lib/values'
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
 * written. Of two cases the one that says it does not count here, else the one of its code.
 */
export const caseOf = (cases: readonly CaseMark[], indicator: string, row: Identity): CaseMark | null =>
  casesOf(cases, indicator)(row)

/** The same for thousands of rows: the cases are put in order once, and names compared only where a case is about one. */
export function casesOf(cases: readonly CaseMark[], indicator: string): (row: Identity) => CaseMark | null {
  const own = new Map(
    cases.filter((each) => each.indicator === indicator).map((each) => [each.identity, each]),
  )
  const isAnyByName = [...own.keys()].some((identity) => identity.startsWith(BY_NAME))
  const keyOf = nameKeys([])
  return ({ name, creditCode }) => {
    const byCode = creditCode === null ? undefined : own.get(creditCode)
    const byName = isAnyByName ? own.get(BY_NAME + keyOf(name)) : undefined
    return (byName?.counts === false ? byName : (byCode ?? byName)) ?? null
  }
}

/** With this begins the identity of a case about a name. */
const BY_NAME = 'name:'

/** Rows of one city, those marked that a decided case lets count in another. */
export function markElsewhere<R extends Countable & { readonly indicator: string }>(
  rows: readonly R[],
  cases: readonly CaseMark[],
): readonly (R & Countable)[] {
  const lost = cases.filter(({ counts }) => counts === false)
  if (lost.length === 0) return rows
  const of = new Map<string, (row: R) => CaseMark | null>()
  return rows.map((row) => {
    const known = of.get(row.indicator) ?? casesOf(lost, row.indicator)
    of.set(row.indicator, known)
    return { ...row, elsewhere: known(row) !== null }
  })
}
