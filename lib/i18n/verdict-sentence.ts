import { indicator } from '@/lib/notice'
import type { NoFigure, Verdict } from '@/lib/rules/types'
import { decimal, yearOf, yearPeriod, type IndicatorUnit, type Locale } from '@/lib/values'
import { formatList } from './format'
import { formatWithUnit } from './format-figure'
import { formatDay, formatPeriod, formatPeriods } from './format-time'
import { words } from './words'

/** How a result stands, in one plain sentence with its numbers; or why there is no verdict. */
export function verdictSentence(locale: Locale, verdict: Verdict): string {
  const { verdict: said } = words(locale)
  const { actual, required, gap } = verdict
  if (actual === null || required === null || gap === null) {
    return said.sentence.stop(whyNone(locale, verdict))
  }
  const { kind, unit } = indicator(verdict.indicator)
  const amount = (value: string): string => formatWithUnit(locale, value, unit)
  const numbers = [amount(actual), amount(required), compared(locale, gap, unit)] as const
  const until = formatPeriod(locale, verdict.judgedAt)
  const isFinal = verdict.code === 'met' || verdict.code === 'short'
  if (kind === 'count') return said.sentence[isFinal ? 'count' : 'countToDate'](until, ...numbers)
  if (isFinal) {
    const year = yearPeriod(yearOf(verdict.judgedAt))
    return said.sentence.wholeYear(formatPeriod(locale, year), ...numbers)
  }
  return said.sentence.yearToDate(until, ...numbers)
}

/** Why a result has no numbers to compare. */
export function whyNone(
  locale: Locale,
  { code, reason, missing, lacks = [] }: Pick<Verdict, 'code' | 'reason' | 'missing' | 'lacks'>,
): string {
  const { verdict: said, common } = words(locale)
  const { pair, bracketed } = common
  if (reason !== null) return said.reason[reason]
  if (missing !== null) {
    const why = lacks.map((each) => pair(formatPeriod(locale, each.period), noFigureWords(locale, each)))
    const lacking = said.missing(formatPeriods(locale, missing))
    return why.length === 0 ? lacking : lacking + bracketed(formatList(locale, why))
  }
  return said.meaning[code]
}

/** Why there is no figure: not applicable, or not yet available and by when it is expected. */
export function noFigureWords(locale: Locale, { none, expectedOn }: NoFigure): string {
  const { cellState } = words(locale).names
  if (none === undefined) return cellState.blank
  if (expectedOn === undefined) return cellState[none]
  return words(locale).export.expected(cellState[none], formatDay(locale, expectedOn))
}

function compared(locale: Locale, gap: string, unit: IndicatorUnit): string {
  const { sentence } = words(locale).verdict
  const { num } = decimal(gap)
  if (num === 0n) return sentence.exactly
  const size = formatWithUnit(locale, num < 0n ? gap.slice(1) : gap, unit)
  return num > 0n ? sentence.above(size) : sentence.below(size)
}
