import type { AccessRefused } from '@/lib/access/authorize'
import { indicator, isIndicatorCode } from '@/lib/notice/indicators'
import {
  isQuarter,
  isYear,
  type CreditCodeRefusal,
  type FigureRefusal,
  type Locale,
  type RefusalCode,
} from '@/lib/values'
import { formatDateTime, formatPeriod } from './format-time'
import { names } from './words/names'
import { refusals, type Particulars } from './words/refusals'

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A refusal of a deed or of access, as pages receive it. */
export interface AnyRefusal {
  readonly code: RefusalCode | AccessRefused['code']
  readonly detail: Particulars
}

/** The sentence for a refusal: particulars that are codes or instants (status, period, indicator, times) are put into words. */
export function refusalSentence(locale: Locale, { code, detail }: AnyRefusal): string {
  const sentences = { ...refusals[locale].deed, ...refusals[locale].access }
  return sentences[code](spoken(locale, detail))
}

/** The sentence for a text that is not a figure. */
export function figureRefusalSentence(locale: Locale, refusal: FigureRefusal): string {
  return refusals[locale].figure[refusal.code]({ got: refusal.got, limit: String(refusal.limit ?? '') })
}

function creditCodeRefusalSentence(locale: Locale, error: CreditCodeRefusal): string {
  const detail = Object.fromEntries(Object.entries(error).map(([name, value]) => [name, String(value)]))
  return refusals[locale].creditCode[error.code](detail)
}

/** A refusal of one field of a register row. */
export type FieldRefusal =
  AnyRefusal | { readonly code: 'creditCodeUnreadable'; readonly creditCode: CreditCodeRefusal }

/** The sentence for a refused field of a register row. */
export function fieldRefusalSentence(locale: Locale, refusal: FieldRefusal): string {
  return refusal.code === 'creditCodeUnreadable'
    ? creditCodeRefusalSentence(locale, refusal.creditCode)
    : refusalSentence(locale, refusal)
}

function spoken(locale: Locale, detail: Particulars): Particulars {
  const statuses: Readonly<Record<string, string>> = names[locale].status
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      if (name === 'status') return [name, statuses[value] ?? value]
      if (name === 'indicator' && isIndicatorCode(value)) {
        return [name, locale === 'en' ? indicator(value).en : indicator(value).zh]
      }
      // A quarter is told by its form wherever it stands; a year alone might be any number.
      if (isQuarter(value) || (name === 'period' && isYear(value))) return [name, formatPeriod(locale, value)]
      if (ISO_INSTANT.test(value)) return [name, formatDateTime(locale, value)]
      return [name, value]
    }),
  )
}
