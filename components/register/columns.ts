import { spokenColumns } from '@/lib/i18n/register-text'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { ColumnWidth, RegisterColumn } from '@/lib/notice/register-columns'
import type { Locale } from '@/lib/values'

/** A column of a register as a table shows it. */
export interface Column extends RegisterColumn {
  readonly head: string
  /** What to put in it. */
  readonly help: string
  readonly className: string
}

// In a fixed layout the columns keep their places while a person types, and one row never moves the others.
const WIDTHS: Readonly<Record<ColumnWidth, string>> = {
  10: 'w-24',
  14: 'w-28',
  16: 'w-32',
  18: 'w-36',
  20: 'w-40',
  24: 'w-48',
  28: 'w-56',
  32: 'w-64',
}

/** The columns of a register, in the order in which a person reads them off a document. */
export const columnsOf = (locale: Locale, code: RegisterCode): Column[] =>
  spokenColumns(locale, code).map((column) => ({ ...column, className: WIDTHS[column.width] }))
