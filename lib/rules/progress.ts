import {
  add,
  atLeast,
  decimal,
  div,
  isZero,
  mul,
  ratio,
  sub,
  toDecimalString,
  type Ratio,
} from '@/lib/values'

/** What the entry form knows beside a box, as exact decimals; null where it is not known. */
export interface ProgressInput {
  readonly kind: 'growth' | 'count'
  /** As typed and read by parseFigure; null while the box is blank. */
  readonly value: string | null
  readonly sameQuarterLastYear: string | null
  /** Growth only: the sum of the earlier quarters of the year; null if one is missing, '0' in the first quarter. */
  readonly earlierThisYear: string | null
  /** From requiredPath: year to date for growth, since the start for a count. */
  readonly requiredToDate: string | null
}

export interface Progress {
  /** Per cent against the same quarter of last year, exact. */
  readonly growth: string | null
  readonly growthReason: 'blank' | 'noFigureLastYear' | 'zeroLastYear' | null
  readonly toDate: string | null
  readonly required: string | null
  readonly gap: string | null
  readonly state: 'onPath' | 'behindPath' | 'unknown'
}

/** How a figure just typed stands against last year and the path: what the form shows while a person types. */
export function progressOf(input: ProgressInput): Progress {
  const { kind, value, sameQuarterLastYear, earlierThisYear, requiredToDate } = input
  const typed = value === null ? null : decimal(value)
  const last = sameQuarterLastYear === null ? null : decimal(sameQuarterLastYear)
  const earlier = kind === 'count' ? ratio(0n) : earlierThisYear === null ? null : decimal(earlierThisYear)
  const required = requiredToDate === null ? null : decimal(requiredToDate)
  const growth = growthOver(last, typed)
  const toDate = typed && earlier ? add(earlier, typed) : null
  const gap = toDate && required ? sub(toDate, required) : null
  return {
    growth: typeof growth === 'string' ? null : toDecimalString(growth),
    growthReason: typeof growth === 'string' ? growth : null,
    toDate: toDate && toDecimalString(toDate),
    required: requiredToDate,
    gap: gap && toDecimalString(gap),
    state: !toDate || !required ? 'unknown' : atLeast(toDate, required) ? 'onPath' : 'behindPath',
  }
}

/** Per cent against last year, or why there is none. */
function growthOver(last: Ratio | null, typed: Ratio | null): Ratio | NonNullable<Progress['growthReason']> {
  if (!typed) return 'blank'
  if (!last) return 'noFigureLastYear'
  return isZero(last) ? 'zeroLastYear' : mul(div(sub(typed, last), last), ratio(100n))
}
