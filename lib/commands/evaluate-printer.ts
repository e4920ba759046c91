import { indicator } from '@/lib/notice'
import type { Configuration, Verdict } from '@/lib/rules'
import { decimal, toFixedString, type Locale, type Quarter } from '@/lib/values'
import { reasonWords, verdictWords, words } from './evaluate-words'

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
  const language = locale === 'zh-CN' ? 'zh' : 'en'
  const say = (key: keyof typeof words) => words[key][language]
  const { baseYear, intervals } = configuration
  const title = [
    `${say('title')}  ${say('asOf')} ${asOf}`,
    `${say('baseYear')} ${baseYear}`,
    `${say('intervals')} ${intervals}`,
  ]
  if (verdicts.length === 0) return `${title.join(' · ')}\n${say('none')}\n`
  const head = (
    ['city', 'clause', 'indicator', 'verdict', 'actual', 'required', 'gap', 'needed', 'note'] as const
  ).map(say)
  const rows = verdicts.map(({ city, verdict }) => {
    const subject = indicator(verdict.indicator)
    return [
      city.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' '),
      subject.clause,
      `${subject[language]} (${subject.unit})`,
      verdictWords[verdict.code][language],
      readable(verdict.actual),
      readable(verdict.required),
      readable(verdict.gap),
      readable(verdict.neededPerQuarter),
      noteOf(verdict, language),
    ]
  })
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => widthOf(row[i] as string))))
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] as number, i >= 4 && i <= 7))
      .join('  ')
      .trimEnd(),
  )
  return `${title.join(' · ')}\n\n${lines.join('\n')}\n`
}

function noteOf(verdict: Verdict, language: 'zh' | 'en'): string {
  if (verdict.reason) return reasonWords[verdict.reason][language]
  return verdict.missing ? `${words.missing[language]} ${verdict.missing.join(', ')}` : ''
}

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
