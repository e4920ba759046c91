import { formatDateTime, formatPeriod } from '@/lib/i18n/format-time'
import { words } from '@/lib/i18n/words'
import type { Locale, Period } from '@/lib/values'
import { blank, text, type Cell } from './cell'
import type { Lists } from './input-checks'
import { columnLetters } from './sheet-xml'
import { figuresSheet, type FigureLine } from './figures-to-fill'
import { registerSheet, type RegisterToFill } from './register-to-fill'
import { IDENTITY_SHEET } from './workbook-identity'
import type { DefinedName, Sheet, Workbook } from './workbook'

/** One report, to be filled in outside the portal and brought back; or, as it was known then, to be read. */
export interface PeriodWorkbook {
  readonly locale: Locale
  readonly cityName: string
  readonly period: Period
  readonly knownAt: string
  readonly demonstration: boolean
  readonly isToRead: boolean
  /** As `sealedIdentity` gives it. */
  readonly identity: Readonly<Record<string, string>>
  readonly lines: readonly FigureLine[]
  readonly registers: readonly RegisterToFill[]
}

/** The workbook: figures, one sheet for each register, how to, and the hidden sheet that says whose it is. */
export function periodWorkbook(document: PeriodWorkbook): Workbook {
  const { locale, cityName, period, demonstration, isToRead } = document
  const said = words(locale)
  const title = said.workbook.title(cityName, formatPeriod(locale, period))
  const head = [title, ...(demonstration ? [said.export.demonstration] : [])]
  const under = (lead: string): readonly string[] => [
    ...head,
    isToRead ? said.workbook.asKnown(formatDateTime(locale, document.knownAt)) : lead,
  ]
  const filled = [
    figuresSheet(locale, under(said.workbook.lead), document.lines),
    ...document.registers.map((register) =>
      registerSheet(locale, under(said.workbook.registerLead), register),
    ),
  ]
  const lists: Lists = new Map(filled.flatMap((each) => [...each.lists]))
  return {
    title,
    knownAt: document.knownAt,
    sheets: [
      ...filled.map(({ sheet }) => sheet),
      ...(isToRead ? [] : [howToSheet(locale, head)]),
      identitySheet(document.identity, lists),
    ],
    names: namesOf(lists),
    properties: document.identity,
  }
}

function howToSheet(locale: Locale, head: readonly string[]): Sheet {
  const { howTo, sheet } = words(locale).workbook
  const { content } = words(locale).export.head
  return {
    name: sheet.howTo,
    head,
    isLocked: true,
    columns: [
      { header: howTo.head, width: 20 },
      { header: content, width: 90 },
    ],
    rows: Object.values(howTo.lines).map((line) => [text(line.title), text(line.text)]),
  }
}

/** Pairs that say whose workbook it is, and beside them the lists, one a column. */
function identitySheet(identity: PeriodWorkbook['identity'], lists: Lists): Sheet {
  const pairs = Object.entries(identity)
  const columns = [...lists.values()]
  const length = Math.max(pairs.length, ...columns.map((items) => items.length))
  return {
    name: IDENTITY_SHEET,
    isHidden: true,
    isLocked: true,
    columns: ['key', 'value', ...lists.keys()].map((header) => ({ header, width: 24 })),
    rows: Array.from({ length }, (_, i): readonly Cell[] => [
      text(pairs[i]?.[0] ?? null),
      text(pairs[i]?.[1] ?? null),
      ...columns.map((items) => (items[i] === undefined ? blank : text(items[i]))),
    ]),
  }
}

function namesOf(lists: Lists): readonly DefinedName[] {
  return [...lists].map(([name, items], i) => {
    const column = `$${columnLetters(i + 2)}$`
    return { name, target: `'${IDENTITY_SHEET}'!${column}2:${column}${items.length + 1}` }
  })
}
