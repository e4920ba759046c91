import { indicator } from '@/lib/notice'
import type { Verdict } from '@/lib/rules/types'
import { decimal, yearOf, yearPeriod, type IndicatorUnit, type Locale } from '@/lib/values'
import { formatWithUnit } from './format-figure'
import { formatPeriod, formatPeriods } from './format-time'
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
  { code, reason, missing }: Pick<Verdict, 'code' | 'reason' | 'missing'>,
): string {
  const { verdict: said } = words(locale)
  if (reason !== null) return said.reason[reason]
  if (missing !== null) return said.missing(formatPeriods(locale, missing))
  return said.meaning[code]
}

function compared(locale: Locale, gap: string, unit: IndicatorUnit): string {
  const { sentence } = words(locale).verdict
  const { num } = decimal(gap)
  if (num === 0n) return sentence.exactly
  const size = formatWithUnit(locale, num < 0n ? gap.slice(1) : gap, unit)
  return num > 0n ? sentence.above(size) : sentence.below(size)
}
