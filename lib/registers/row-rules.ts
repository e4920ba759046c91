import type { RowRules } from '@/lib/entry/row-content'
import type { IndicatorCode } from '@/lib/notice'
import { lastDayOf, type Quarter } from '@/lib/values'

/** What a register asks of the rows that one quarter's report brings. */
export const rowRules = (indicator: IndicatorCode, period: Quarter): RowRules => ({
  asksLevel: indicator === 'operation_centres',
  lastDay: lastDayOf(period),
})
