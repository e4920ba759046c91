'use client'

import { memo, useState, useSyncExternalStore } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { readKept, type KeptRow } from '@/lib/entry/kept-rows'
import type { RowText } from '@/lib/entry/row-content'
import { formatNumber } from '@/lib/i18n/format'
import { fieldText } from '@/lib/i18n/register-text'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import { registerColumns } from '@/lib/notice/register-columns'

const never = () => () => undefined

/** The names under which rows of a register are kept, of whatever version of its report; without the one in hand. */
const keptNames = (register: string, inHand: string | null): string[] =>
  Object.keys(localStorage).filter(
    (name) =>
      (name === register || name.startsWith(`${register}/`)) &&
      (inHand === null || (name !== inHand && !name.startsWith(`${inHand}/`))),
  )

function recall(register: string, inHand: string | null): string {
  try {
    return JSON.stringify(keptNames(register, inHand).map((name) => localStorage.getItem(name)))
  } catch {
    return '[]'
  }
}

/**
 * Rows that this browser kept and that cannot be saved any more, or belong to an earlier version of the report: shown to
 * be copied or filled in, given up only by the person.
 */
export const KeptRowsNotice = memo(function KeptRowsNotice({
  code,
  register: keeper,
  inHand = null,
  onFill,
}: {
  code: RegisterCode
  /** The beginning of the names under which rows of this register are kept. */
  register: string
  /** The name of what is being filled in now, which is no concern of this notice. */
  inHand?: string | null
  /** Undefined where nothing can be filled in. */
  onFill?: (rows: readonly KeptRow[]) => void
}) {
  const { kept } = useWords(registerDeeds)
  const locale = useLocale()
  const columns = registerColumns(code)
  const [isGivenUp, giveUp] = useState(false)
  const text = useSyncExternalStore(
    never,
    () => recall(keeper, inHand),
    () => '[]',
  )
  const rows = isGivenUp ? [] : (JSON.parse(text) as (string | null)[]).flatMap(readKept)
  if (rows.length === 0) return null
  const forget = () => {
    for (const name of keptNames(keeper, inHand)) localStorage.removeItem(name)
    giveUp(true)
  }
  const inOneLine = (typed: RowText): string =>
    columns
      .map((column) => fieldText(locale, column, typed[column.field]))
      .filter((text) => text !== '')
      .join(' · ')
  return (
    <Banner tone="attention" title={kept.title(formatNumber(String(rows.length)))}>
      <p>{onFill === undefined ? kept.text : kept.older}</p>
      <ul className="my-1 list-disc pl-5">
        {rows.map(({ id, typed }) => (
          <li key={id}>{inOneLine(typed)}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {onFill !== undefined && (
          <Button
            onClick={() => {
              onFill(rows)
              forget()
            }}
          >
            {kept.fill}
          </Button>
        )}
        <Button onClick={forget}>{kept.discard}</Button>
      </div>
    </Banner>
  )
})
