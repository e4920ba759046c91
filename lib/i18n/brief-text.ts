import { indicator, type IndicatorCode } from '@/lib/notice'
import type { Brief, BriefChange } from '@/lib/rules/weekly-brief'
import type { Locale } from '@/lib/values'
import { cityName } from './city-name'
import { formatPeriod } from './format-time'
import { inLocale } from './in-locale'
import { words } from './words'

/**
 * A weekly brief as lines of plain text, for a mail: what it lists, each with the way to its explanation in the portal. It
 * names verdicts and how many of a kind there are, and no figure that a city reported.
 */
export function briefText(locale: Locale, brief: Brief, portal: string): readonly string[] {
  const { brief: said, verdict } = words(locale)
  const isCity = brief.reader === 'city'
  const query = brief.asOf === null ? '' : `?asOf=${brief.asOf}`
  const at = (path: string) => new URL(path, portal).href
  const section = (title: string, lines: readonly string[], more: number): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines, ...(more > 0 ? [said.more(String(more))] : [])]
  return [
    ...section(
      said.changes,
      brief.changes.items.map((change) =>
        line(
          `${cityName(locale, change.city)} ${nameOf(locale, change.indicator)}`,
          `${wordOf(locale, change.before)} → ${wordOf(locale, change.after)}`,
          whyOf(locale, change),
          at(`/cities/${change.city.code}?asOf=${change.period}#${change.indicator}`),
        ),
      ),
      brief.changes.more,
    ),
    ...section(
      said.behind,
      brief.behind.items.map(({ indicator: code, code: judged }) =>
        line(nameOf(locale, code), verdict.word[judged], '', ''),
      ),
      brief.behind.more,
    ),
    ...section(
      said.worst,
      brief.worst.items.map(({ city, behind }) =>
        line(cityName(locale, city), said.behindOf(String(behind)), '', at(`/cities/${city.code}${query}`)),
      ),
      brief.worst.more,
    ),
    ...section(
      said.overdue,
      brief.overdue.items.map((city) =>
        line(cityName(locale, city), '', '', at(`/cities/${city.code}${isCity ? '/desk' : query}`)),
      ),
      brief.overdue.more,
    ),
    ...section(
      said.money,
      brief.money.items.map(({ city }) =>
        line(cityName(locale, city), '', '', at(`/cities/${city.code}/funds#monitor`)),
      ),
      brief.money.more,
    ),
  ]
}

const line = (about: string, ...parts: readonly string[]): string =>
  `- ${[about, ...parts].filter((part) => part !== '').join('  ')}`

const nameOf = (locale: Locale, code: IndicatorCode): string => inLocale(locale, indicator(code))

function wordOf(locale: Locale, code: string | null): string {
  const { verdict, overview } = words(locale)
  const known: Readonly<Record<string, string>> = verdict.word
  return code === null ? overview.changes.noBefore : (known[code] ?? code)
}

function whyOf(locale: Locale, { restatement, period, version, reason }: BriefChange): string {
  const { why, said } = words(locale).overview.changes
  const deed =
    restatement > 0
      ? why.restated(String(restatement))
      : why.accepted(formatPeriod(locale, period), String(version))
  return reason === '' ? deed : `${deed} ${said(reason)}`
}
