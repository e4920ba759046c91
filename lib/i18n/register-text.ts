import { indicator } from '@/lib/notice/indicators'
import {
  registerColumns,
  type RegisterColumn,
  type RowChoice,
  type RowField,
} from '@/lib/notice/register-columns'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { Locale } from '@/lib/values'
import { formatNumber } from './format'
import { formatDay } from './format-time'
import { register } from './words/register'
import { registerColumnWords } from './words/register-columns'

/** What a column of a register is called: the name of an enterprise has another head than that of a project. */
export function columnHead(locale: Locale, code: RegisterCode, field: RowField): string {
  const { head } = registerColumnWords[locale]
  return field === 'name' ? head.name[indicator(code).register ?? 'entities'] : head[field]
}

/** Why what a register lists has no credit code as a rule; '' where it has one. */
export function usualReason(locale: Locale, code: RegisterCode): string {
  const reasons: Readonly<Partial<Record<string, string>>> = register[locale].noCodeReasons
  return reasons[indicator(code).register ?? ''] ?? ''
}

/** What every choice is called. */
export const choiceNamesIn = (locale: Locale): Readonly<Record<string, string>> =>
  registerColumnWords[locale].choice

/** What a choice is called; a text that is no choice comes back as it is. */
export function choiceText(locale: Locale, text: string): string {
  const named = choiceNamesIn(locale)
  return Object.hasOwn(named, text) ? (named[text] ?? text) : text
}

/** One field of a row as a person reads it: days, amounts and choices in the words of the language. */
export function fieldText(locale: Locale, { kind }: Pick<RegisterColumn, 'kind'>, text: string): string {
  if (text === '') return ''
  switch (kind) {
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(locale, text) : text
    case 'choice':
      return choiceText(locale, text)
    case 'amount':
    case 'whole':
      return /^\d+(?:\.\d+)?$/.test(text) ? formatNumber(text) : text
    default:
      return text
  }
}

/** Every name that a column of any register goes by, in every language: for reading tables by their heads. */
export function columnNames(field: RowField | 'total'): readonly string[] {
  return Object.values(registerColumnWords).flatMap(({ alias, head }) => [
    ...alias[field].split('|'),
    ...(field === 'total' ? [] : field === 'name' ? Object.values(head.name) : [head[field]]),
  ])
}

/** Every name that a choice goes by, in every language. */
export function choiceNames(choice: RowChoice): readonly string[] {
  return Object.values(registerColumnWords).flatMap(({ choice: named, choiceAlias }) =>
    [named[choice], ...choiceAlias[choice].split('|')].filter((name) => name !== ''),
  )
}

/** The columns of a register, each with its head and what to put in it. */
export function spokenColumns(
  locale: Locale,
  code: RegisterCode,
): readonly (RegisterColumn & { readonly head: string; readonly help: string })[] {
  return registerColumns(code).map((column) => ({
    ...column,
    head: columnHead(locale, code, column.field),
    help: registerColumnWords[locale].help[column.field],
  }))
}
