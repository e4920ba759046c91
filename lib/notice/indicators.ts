import { indicatorTable } from './indicator-table'
import type { Indicator, IndicatorCode, NumericIndicator } from './indicator-types'

export * from './indicator-types'

/** All nineteen results, in the order of the notice. */
export const indicators: readonly Indicator[] = indicatorTable

/** The eleven results that figures alone decide. */
export const numericIndicators: readonly NumericIndicator[] = indicators.filter(
  (each): each is NumericIndicator => each.kind !== 'qualitative',
)

const byCode = new Map<string, Indicator>(indicators.map((each) => [each.code, each]))

/** The result with this code. */
export function indicator(code: IndicatorCode): Indicator {
  return byCode.get(code) as Indicator
}

/** Whether a text is the code of one of the nineteen results. */
export function isIndicatorCode(text: string): text is IndicatorCode {
  return byCode.has(text)
}

/** Whether a result is decided by figures. */
export function isNumeric(each: Indicator): each is NumericIndicator {
  return each.kind !== 'qualitative'
}
