'use client'

import { useState, useSyncExternalStore } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { readKept } from '@/lib/entry/kept-rows'
import { ROW_FIELDS } from '@/lib/entry/row-content'
import { formatNumber } from '@/lib/i18n/format'
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
  const [isGivenUp, giveUp] = useState(false)
  const text = useSyncExternalStore(
    never,
    () => recall(keeper),
    () => null,
  )
  const rows = isGivenUp ? [] : readKept(text)
  if (rows.length === 0) return null
  return (
    <Banner tone="attention" title={kept.title(formatNumber(String(rows.length)))}>
      <p>{kept.text}</p>
      <ul className="my-1 list-disc pl-5">
        {rows.map(({ id, typed }) => (
          <li key={id}>
            {ROW_FIELDS.map((field) => typed[field])
              .filter(Boolean)
              .join(' · ')}
          </li>
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
