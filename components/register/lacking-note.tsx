'use client'

import { memo } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import type { Column } from './columns'

/** What rows still lack that their register asks: they are kept without it, and it is pointed out. */
export const LackingNote = memo(function LackingNote({
  rows,
  lacks,
  columns,
}: {
  /** How many. */
  rows: number
  /** The fields that any of them lacks, with a space between. */
  lacks: string
  columns: readonly Column[]
}) {
  const locale = useLocale()
  const said = useWords(register)
  if (rows === 0) return null
  const heads = columns.filter(({ field }) => lacks.split(' ').includes(field)).map(({ head }) => head)
  return (
    <p className="mb-2 text-behind-pace">
      {said.lacking(formatNumber(String(rows)), formatList(locale, heads))}
    </p>
  )
})
