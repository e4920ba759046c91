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

function sheetCell(locale: Locale, column: RegisterColumn, written: string): Cell {
  if (written === '') return text(null)
  switch (column.kind) {
    case 'day':
      return { kind: 'day', value: written }
    case 'amount':
    case 'whole':
      return { kind: 'number', value: written }
    default:
      return text(fieldText(locale, column, written))
  }
}
