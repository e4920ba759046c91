'use client'

import { useState, useSyncExternalStore } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { readKept } from '@/lib/entry/kept-rows'
import { LEVELS, ROW_FIELDS, type RowText } from '@/lib/entry/row-content'
import { formatNumber } from '@/lib/i18n/format'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

const never = () => () => undefined

function recall(keeper: string): string | null {
  try {
    return localStorage.getItem(keeper)
  } catch {
    return null
  }
}

/** Rows that this browser kept and that cannot be saved any more: shown to be copied, given up only by the person. */
export function KeptRowsNotice({ keeper }: { keeper: string }) {
  const { kept } = useWords(registerDeeds)
  const { level } = useWords(register)
  const [isGivenUp, giveUp] = useState(false)
  const text = useSyncExternalStore(
    never,
    () => recall(keeper),
    () => null,
  )
  const rows = isGivenUp ? [] : readKept(text)
  if (rows.length === 0) return null
  const inOneLine = (typed: RowText): string =>
    ROW_FIELDS.map((field) => {
      const named = field === 'level' ? LEVELS.find((each) => each === typed.level) : undefined
      return named === undefined ? typed[field] : level[named]
    })
      .filter((text) => text !== '')
      .join(' · ')
  return (
    <Banner tone="attention" title={kept.title(formatNumber(String(rows.length)))}>
      <p>{kept.text}</p>
      <ul className="my-1 list-disc pl-5">
        {rows.map(({ id, typed }) => (
          <li key={id}>{inOneLine(typed)}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          localStorage.removeItem(keeper)
          giveUp(true)
        }}
      >
        {kept.discard}
      </Button>
    </Banner>
  )
}
