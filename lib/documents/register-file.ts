import type { RowText } from '@/lib/entry/row-content'
import { cityName, formatNumber, formatPeriod, inLocale, words } from '@/lib/i18n'
import { indicator, type RegisterCode } from '@/lib/notice'
import type { City } from '@/lib/store/cities'
import type { Locale, Quarter } from '@/lib/values'
import { text, type Cell } from './cell'
import { registerTable } from './register-table'
import type { Workbook } from './workbook'

/** Rows of one register, as a person has filtered and sorted them. */
export interface RegisterFile {
  readonly city: City
  readonly period: Quarter
  readonly code: RegisterCode
  readonly rows: readonly RowText[]
  /** How many rows the register has in all. */
  readonly all: number
  /** ISO instant as of which they are known. */
  readonly knownAt: string
  readonly demonstration: boolean
}

/** What the file is called, without its ending. */
export function registerFileName({ city, period, code }: RegisterFile, locale: Locale): string {
  const { export: exporting, register } = words(locale)
  return `${exporting.reportFile(cityName(locale, city), formatPeriod(locale, period))}-${register.short[code]}`
}

/** The rows shown as a workbook. */
export function registerWorkbook(file: RegisterFile, locale: Locale): Workbook {
  const { city, period, code, rows, all, knownAt } = file
  const { export: exporting, register, registerGrid } = words(locale)
  const title = `${cityName(locale, city)} · ${formatPeriod(locale, period)} · ${inLocale(locale, indicator(code))}`
  const count = (rows: number): string => formatNumber(String(rows))
  return {
    title,
    knownAt,
    sheets: [
      {
        name: register.short[code],
        head: [
          title,
          ...(file.demonstration ? [exporting.demonstration] : []),
          `${registerGrid.view.shown(count(rows.length), count(all))}${registerGrid.view.unsaved}`,
        ],
        frozenColumns: 1,
        ...registerTable(locale, code, rows),
      },
    ],
  }
}

/** The rows shown as rows for writeCsv, heads first. */
export function registerCsv({ code, rows }: RegisterFile, locale: Locale): readonly (readonly Cell[])[] {
  const table = registerTable(locale, code, rows)
  return [table.columns.map(({ header }) => text(header)), ...table.rows]
}
