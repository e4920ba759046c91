import type { RowRules } from '@/lib/entry/row-content'
import { registerColumns, type RegisterCode } from '@/lib/notice'
import { lastDayOf, type Quarter } from '@/lib/values'

/** What a register asks of the rows that one quarter's report brings. */
export const rowRules = (code: RegisterCode, period: Quarter): RowRules => ({
  columns: registerColumns(code),
  lastDay: lastDayOf(period),
})
