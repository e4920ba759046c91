import type { IndicatorCode } from '@/lib/notice'
import type { SubmittedFigure } from '@/lib/store/versions'
import type { Period } from '@/lib/values'

/** Which office supplied a result, as the city last said so in a submitted report. */
export interface Supplier {
  readonly indicator: IndicatorCode
  readonly period: Period
  readonly office: string
  readonly document: string
}

/** The offices named in a city's submitted reports, earliest period first; the last of a result supplies it now. */
export function suppliersOf(figures: readonly SubmittedFigure[]): Supplier[] {
  return figures.flatMap(({ indicator, period, content: { source } }): Supplier[] =>
    source === undefined || source.office === '' ? [] : [{ indicator, period, ...source }],
  )
}
