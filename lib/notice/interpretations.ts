import { interpretationTable } from './interpretation-table'

export type ReadingId =
  'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'R11' | 'R12' | 'R13'

/** A numbered reading of something the notice leaves open. Every verdict names those it used. */
export interface Interpretation {
  readonly id: ReadingId
  readonly question: { readonly zh: string; readonly en: string }
  readonly reading: { readonly zh: string; readonly en: string }
  /** Why this reading and not another. */
  readonly source: { readonly zh: string; readonly en: string }
  /** The day this reading was fixed. */
  readonly dated: string
  /** Readings that can also be argued. */
  readonly alternatives: readonly {
    readonly code: AlternativeCode
    readonly zh: string
    readonly en: string
  }[]
}

/**
 * Other arguable readings. Those up to `strictlyAbove` are computed beside a verdict; the next three stand beside it with
 * what would have to be reported to compute them; `passFail` is about money, not about a verdict.
 */
export type AlternativeCode =
  | 'meanOfRates'
  | 'baseYearAfter'
  | 'baseYearBefore'
  | 'longerSpan'
  | 'shorterSpan'
  | 'linearPath'
  | 'compoundPath'
  | 'equalQuarters'
  | 'ownProfile'
  | 'strictlyAbove'
  | 'rightsNotRecordals'
  | 'balances'
  | 'validAtDate'
  | 'passFail'

/** R1 to R13. */
export const interpretations: readonly Interpretation[] = interpretationTable

const byId = new Map<string, Interpretation>(interpretationTable.map((each) => [each.id, each]))

/** The reading with this number. */
export function interpretation(id: ReadingId): Interpretation {
  return byId.get(id) as Interpretation
}
