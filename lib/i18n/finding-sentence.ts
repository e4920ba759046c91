import { indicator } from '@/lib/notice/indicators'
import type { Finding } from '@/lib/rules/checks'
import { isQuarter, isYear, parseExact, type IndicatorUnit, type Locale } from '@/lib/values'
import { formatWithUnit } from './format-figure'
import { formatDay, formatPeriod } from './format-time'
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
    rule === 'notAFigure' ? finding.received : spoken(locale, unit, 'received', finding.received)
  return {
    title: names[locale].check[rule],
    rule: said.rule[rule],
    expected: said.expected[rule](spoken(locale, unit, 'expected', finding.expected)),
    received: said.received[rule](received),
    next: said.next[next],
  }
}

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
