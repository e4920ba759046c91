import { cityName, words } from '@/lib/i18n'
import type { City } from '@/lib/store/cities'
import type { FundEntry } from '@/lib/store/funds'
import type { Locale } from '@/lib/values'
import { text, type Cell } from './cell'
import type { Column, Workbook } from './workbook'

/** A city's ledger of money, to be written as a file; its spending can be read back. */
export interface FundsFile {
  readonly city: City
  readonly entries: readonly FundEntry[]
  /** ISO instant as of which it is known. */
  readonly knownAt: string
  readonly demonstration: boolean
}

/** What the file is called, without its ending. */
export const fundsFileName = ({ city }: FundsFile, locale: Locale): string =>
  words(locale).funds.heading(cityName(locale, city))

/** The ledger as a workbook with one sheet. */
export function fundsWorkbook(file: FundsFile, locale: Locale): Workbook {
  const { funds, export: exporting } = words(locale)
  const title = fundsFileName(file, locale)
  const widths = [8, 14, 14, 14, 18, 14, 24, 48, 32, 24, 24]
  return {
    title,
    knownAt: file.knownAt,
    sheets: [
      {
        name: funds.ledger,
        head: [title, ...(file.demonstration ? [exporting.demonstration] : []), funds.lead],
        columns: heads(locale).map((header, i): Column => ({ header, width: widths[i] ?? 14 })),
        rows: ledgerRows(file, locale),
      },
    ],
  }
}

/** The ledger as rows for writeCsv, heads first. */
export const fundsCsv = (file: FundsFile, locale: Locale): readonly (readonly Cell[])[] => [
  heads(locale).map((head) => text(head)),
  ...ledgerRows(file, locale),
]

function heads(locale: Locale): readonly string[] {
  const { funds, common } = words(locale)
  const { number, kindHead, column, recordedBy } = funds
  const { day, source, yuan, task, form, purpose, payee, document } = column
  return [
    number,
    day,
    kindHead,
    source,
    yuan + common.bracketed(funds.yuan),
    task,
    form,
    purpose,
    payee,
    document,
    recordedBy,
  ]
}

function ledgerRows({ entries }: FundsFile, locale: Locale): readonly (readonly Cell[])[] {
  const { funds } = words(locale)
  return entries.map((entry) => [
    { kind: 'number', value: String(entry.seq) },
    { kind: 'day', value: entry.onDay },
    text(
      entry.reverses === null
        ? funds.kind[entry.kind]
        : `${funds.kind[entry.kind]} ${funds.reversal(String(entry.reverses))}`,
    ),
    text(funds.source[entry.source]),
    { kind: 'number', value: entry.yuan.toString() },
    text(entry.task),
    text(entry.form === null ? null : funds.form[entry.form]),
    text(entry.purpose),
    text(entry.payee),
    text(entry.document),
    text(entry.recordedByName),
  ])
}
