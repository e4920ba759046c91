import type { Quarter } from '@/lib/values'

/** Whether the last quarter in which the result is still reachable exists, and if not why. */
export type Reach =
  | { readonly code: 'reachable'; readonly lastQuarter: Quarter; readonly quartersNeeded: number }
  | { readonly code: 'reached' }
  | { readonly code: 'notAtBestPace'; readonly quartersNeeded: number | null }
  | { readonly code: 'noQuarterKnown' }

/** How a result that is not yet due stands. All numbers exact. */
export interface Pace {
  /** The quarter since the start that added most. */
  readonly bestQuarter: { readonly quarter: Quarter; readonly value: string } | null
  /** The last quarter from which the end is reached if every quarter from then on equals the best and none before adds. */
  readonly reach: Reach
  /** Where the span ends at the city's own seasonal pattern. */
  readonly projection: Projection | null
  /** Why there is none. */
  readonly noProjection: NoProjection | null
}

/**
 * The end of the span if the city goes on as it does: of a flow the year judged made whole by the season, then growing as it
 * grew over the year before; of a count this year's additions made whole by the season, then the same every year.
 */
export interface Projection {
  /** The last quarter of the span. */
  readonly at: Quarter
  readonly value: string
  readonly required: string
  /**
   * How the part of the year became a whole one. ownProfile: by the shares of the city's own quarters in a year that is known;
   * equalQuarters: by the share of quarters elapsed, where no such year is known; fullYear: it was whole.
   */
  readonly basis: 'ownProfile' | 'equalQuarters' | 'fullYear'
  /** A flow before its last year: the year judged, made whole. */
  readonly year: { readonly at: Quarter; readonly value: string } | null
}

/**
 * seasonEmpty: the year that gives the season had nothing in the quarters so far; the others: the year before the one judged,
 * which gives the growth, is not known, contradicts its quarters, or is zero.
 */
export type NoProjection = 'seasonEmpty' | 'yearBeforeMissing' | 'yearBeforeDisagrees' | 'yearBeforeZero'
