import { indicator } from '@/lib/notice/indicators'
import { isRegisterCode, type RowField } from '@/lib/notice/register-columns'
import type { Finding } from '@/lib/rules/checks'
import { isQuarter, isYear, parseExact, type IndicatorUnit, type Locale } from '@/lib/values'
import { formatClauses, formatList, formatNumber } from './format'
import { formatWithUnit } from './format-figure'
import { formatDay, formatPeriod } from './format-time'
import { columnHead } from './register-text'
import { findings } from './words/findings'
import { names } from './words/names'

/** A finding in words. */
export interface FindingWords {
  readonly title: string
  readonly rule: string
  readonly expected: string
  readonly received: string
  readonly next: string
}

/** What a finding says: expected, received, the rule and the next step, with numbers in the unit of their result. */
export function findingWords(locale: Locale, finding: Finding): FindingWords {
  const said = findings[locale]
  const { rule, next } = finding
  const { unit } = indicator(finding.indicator)
  // What was typed is quoted as it was, since it is the text that is wrong.
  const received =
    rule === 'notAFigure'
      ? finding.received
      : 'named' in finding.received
        ? rowsTold(locale, finding)
        : spoken(locale, unit, 'received', finding.received)
  return {
    title: names[locale].check[rule],
    rule: said.rule[rule],
    expected: said.expected[rule](
      rule === 'detailsMissing'
        ? { fields: headsOf(locale, finding, finding.expected.fields?.split('\t') ?? []) }
        : spoken(locale, unit, 'expected', finding.expected),
    ),
    received: said.received[rule](received),
    next: said.next[next],
  }
}

/** The rows that a finding names, in the words of the language; those beyond the first few are only counted. */
function rowsTold(locale: Locale, finding: Finding): Readonly<Record<string, string>> {
  const { row } = findings[locale]
  const { rows = '', named = '', entities } = finding.received
  const period = (text: string): string => (isQuarter(text) ? formatPeriod(locale, text) : text)
  const lines = named.split('\n').map((line) => {
    const [name = '', second = '', third = '', fourth = '', fifth = ''] = line.split('\t')
    switch (finding.rule) {
      case 'namesDiffer':
        return row.namesDiffer(name, second, third, period(fourth))
      case 'codesDiffer':
        return row.codesDiffer(row.entity(name, second), row.entity(third, fourth), period(fifth))
      case 'certifiedOverCertificates':
        return fifth === ''
          ? row.sharedCertificate(name, second, third, period(fourth))
          : row.laterCertificate(name, second, formatDay(locale, fifth))
      default:
        return row.lacking(name, headsOf(locale, finding, line.split('\t').slice(1)))
    }
  })
  const more = Number(rows) > lines.length ? [row.andMore] : []
  return {
    rows: formatNumber(rows),
    named: formatClauses(locale, [...lines, ...more]),
    ...(entities !== undefined && {
      entities: formatWithUnit(locale, entities, indicator(finding.indicator).unit),
    }),
  }
}

const headsOf = (locale: Locale, { indicator: code }: Finding, fields: readonly string[]): string =>
  formatList(
    locale,
    fields.map((field) => (isRegisterCode(code) ? columnHead(locale, code, field as RowField) : field)),
  )

const UNITS: Readonly<Record<string, IndicatorUnit>> = {
  amount: indicator('pledge_amount').unit,
  projects: indicator('pledge_projects').unit,
}

function spoken(
  locale: Locale,
  unit: IndicatorUnit,
  side: 'expected' | 'received',
  told: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { cellState, unit: units } = names[locale]
  const states: Readonly<Record<string, string>> = cellState
  const say = (name: string, value: string): string => {
    // Of what was expected the sentence itself knows the codes: figure, narrative, reason, date.
    if (name === 'answer') return side === 'received' ? (states[value] ?? value) : value
    if (name === 'unit') return units[unit]
    if (name === 'day') return formatDay(locale, value)
    if (name === 'since' && (isQuarter(value) || isYear(value))) return formatPeriod(locale, value)
    return parseExact(value) === undefined ? value : formatWithUnit(locale, value, UNITS[name] ?? unit)
  }
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, say(name, value)]))
}
