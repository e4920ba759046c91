'use client'

import { memo } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { isEmptyRow, shownText, type GridRow } from '@/lib/entry/grid-row'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import type { Column } from './columns'

/** What rows still lack that their register asks: they are kept without it, and it is pointed out. */
export const LackingNote = memo(function LackingNote({
  rows,
  columns,
}: {
  rows: readonly GridRow[]
  columns: readonly Column[]
}) {
  const locale = useLocale()
  const said = useWords(register)
  const asked = columns.filter(({ required }) => required === 'check')
  const lacks = (row: GridRow, { field }: Column): boolean => shownText(row)[field].trim() === ''
  const lacking = rows.filter((row) => !isEmptyRow(row) && asked.some((column) => lacks(row, column)))
  if (lacking.length === 0) return null
  const heads = asked.filter((column) => lacking.some((row) => lacks(row, column))).map(({ head }) => head)
  return (
    <p className="mb-2 text-behind-pace">
      {said.lacking(formatNumber(String(lacking.length)), formatList(locale, heads))}
    </p>
  )
})
