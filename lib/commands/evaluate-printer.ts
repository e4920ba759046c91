import { verdict as verdictWords } from '@/lib/i18n/words/verdict'
import { indicator } from '@/lib/notice'
import type { Configuration, Verdict } from '@/lib/rules'
import { decimal, toFixedString, type Locale, type Quarter } from '@/lib/values'
import { tableWords } from './evaluate-words'
import { onOneLine, textTable } from './text-table'

/** A verdict on one result of one city of the file. */
export interface CityVerdict {
  readonly city: string
  readonly verdict: Verdict
}

/** The verdicts as JSON, keys in the order of the published form. */
export function printJson(verdicts: readonly CityVerdict[], configuration: Configuration): string {
  const objects = verdicts.map(({ city, verdict }) => ({
    city,
    indicator: verdict.indicator,
    clause: indicator(verdict.indicator).clause,
    verdict: verdict.code,
    reason: verdict.reason,
    actual: verdict.actual,
    required: verdict.required,
    gap: verdict.gap,
    neededPerQuarter: verdict.neededPerQuarter,
    missing: verdict.missing,
    baseYear: configuration.baseYear,
    intervals: configuration.intervals,
    asOf: verdict.asOf,
    readings: verdict.readings,
  }))
  return `${JSON.stringify(objects, null, 2)}\n`
}

/** The verdicts as a table to read. */
export function printTable(
  verdicts: readonly CityVerdict[],
  configuration: Configuration,
  asOf: Quarter,
  locale: Locale,
): string {
  const words = tableWords[locale]
  const said = verdictWords[locale]
  const title = words.title(asOf, String(configuration.baseYear), String(configuration.intervals))
  if (verdicts.length === 0) return `${title}\n${words.none}\n`
  const { city, clause, indicator: result, verdict: word, actual, required, gap, needed, note } = words.head
  const head = [city, clause, result, word, actual, required, gap, needed, note]
  const rows = verdicts.map(({ city: name, verdict }) => {
    const subject = indicator(verdict.indicator)
    return [
      onOneLine(name),
      subject.clause,
      `${locale === 'zh-CN' ? subject.zh : subject.en} (${subject.unit})`,
      said.word[verdict.code],
      readable(verdict.actual),
      readable(verdict.required),
      readable(verdict.gap),
      readable(verdict.neededPerQuarter),
      verdict.reason
        ? said.reason[verdict.reason]
        : verdict.missing
          ? said.missing(verdict.missing.join(', '))
          : '',
    ]
  })
  const isNumber = (column: number) => column >= FIRST_NUMBER && column < FIRST_NUMBER + NUMBERS
  return `${title}\n\n${textTable(head, rows, isNumber)}`
}

// Numbers stand to the right: actual, required, gap and needed.
const FIRST_NUMBER = 4
const NUMBERS = 4

/** Grouped by thousands; a number that does not end is rounded to six places and marked so. */
function readable(exact: string | null): string {
  if (exact === null) return ''
  const [whole = '', part] = (exact.includes('/') ? toFixedString(decimal(exact), 6) : exact).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${exact.includes('/') ? '≈' : ''}${grouped}${part === undefined ? '' : `.${part}`}`
}
