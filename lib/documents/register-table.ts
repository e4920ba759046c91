import type { RowText } from '@/lib/entry/row-content'
import { fieldText, spokenColumns } from '@/lib/i18n'
import type { RegisterCode, RegisterColumn } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { text, type Cell } from './cell'
import type { Column } from './workbook'

/** The rows of a register as a table of a workbook: days and numbers as such, choices by their names. */
export function registerTable(
  locale: Locale,
  code: RegisterCode,
  rows: readonly RowText[],
): { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] } {
  const columns = spokenColumns(locale, code)
  return {
    columns: columns.map(({ head, width }) => ({ header: head, width })),
    rows: rows.map((row) => columns.map((column) => sheetCell(locale, column, row[column.field]))),
  }
}

/** What kind of cell a column of a register has, where it is not blank. */
export function cellKind({ kind }: Pick<RegisterColumn, 'kind'>): 'day' | 'number' | 'text' {
  if (kind === 'day') return kind
  return kind === 'amount' || kind === 'whole' ? 'number' : 'text'
}

function sheetCell(locale: Locale, column: RegisterColumn, written: string): Cell {
  if (written === '') return text(null)
  const kind = cellKind(column)
  return kind === 'text' ? text(fieldText(locale, column, written)) : { kind, value: written }
}
