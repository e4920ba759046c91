import { verdict as verdictWords } from '@/lib/i18n/words/verdict'
import { indicator } from '@/lib/notice'
import type { Configuration, Verdict } from '@/lib/rules'
import { decimal, toFixedString, type Locale, type Quarter } from '@/lib/values'
import { tableWords } from './evaluate-words'

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
      name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '),
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
  const widths = head.map((_, i) =>
    [head, ...rows].reduce((width, row) => Math.max(width, widthOf(row[i] ?? '')), 0),
  )
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0, i >= FIRST_NUMBER && i < FIRST_NUMBER + NUMBERS))
      .join('  ')
      .trimEnd(),
  )
  return `${title}\n\n${lines.join('\n')}\n`
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

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Columns a text takes on a terminal: a Chinese sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) || sign.length > 1 ? 2 : 1), 0)
}

function pad(text: string, width: number, right: boolean): string {
  const fill = ' '.repeat(width - widthOf(text))
  return right ? fill + text : text + fill
}
